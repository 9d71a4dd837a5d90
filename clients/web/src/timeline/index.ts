/** Timeline: when things happened, for every screen that has a time to look at. */
export { default as TimeLine } from "./TimeLine.vue";
export type { MarkKind, TimeLane, TimeMark } from "./marks";
