/** Curves: quantities over the time of a drill. Loaded lazily, ECharts is heavy. */
export { default as CurveChart } from "./CurveChart.vue";
export type { Series } from "./chart";
