/** Chart: the parts of ECharts that curves use, and how a chart of curves is written down. */
import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { drillTime } from "@/locale";

use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** points: [tick, value]. dashed: shown by an instrument, where the series of the same name is the truth. */
export interface Series {
  name: string;
  unit: string;
  points: readonly (readonly [number, number])[];
  dashed?: boolean;
}

export { init, type EChartsType };

const INKS = ["--y-accent", "--y-warn", "--y-replay", "--y-good", "--y-bad", "--y-frozen", "--y-quiet"];
const STROKES = ["solid", "dotted"] as const;

export function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Curves differ by colour and by stroke, so that colour alone is never needed. A dashed one has the colour of its truth. */
export function styleOf(series: readonly Series[], n: number): { color: string; type: "solid" | "dotted" | "dashed" } {
  const own = series.slice(0, n + 1).filter((one) => !one.dashed).length - 1;
  const place = Math.max(0, own);
  const color = ink(INKS[place % INKS.length] ?? "--y-accent");
  if (series[n]?.dashed) return { color, type: "dashed" };
  return { color, type: STROKES[Math.floor(place / INKS.length) % STROKES.length] ?? "solid" };
}

export function optionOf(series: readonly Series[], from: number, to: number): Record<string, unknown> {
  const quiet = ink("--y-quiet");
  const line = ink("--y-line");
  const text = { color: quiet, fontSize: 12 };
  return {
    animation: false,
    grid: { left: 48, right: 12, top: 34, bottom: 24 },
    legend: { type: "scroll", data: [...new Set(series.map((one) => one.name))], top: 0, left: 48, right: 0, icon: "roundRect", itemHeight: 3, textStyle: { ...text, color: ink("--y-text") } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: ink("--y-panel"),
      borderColor: line,
      textStyle: { color: ink("--y-text"), fontSize: 12 },
      axisPointer: { type: "line", lineStyle: { color: quiet } },
    },
    xAxis: {
      type: "value",
      min: from,
      max: to,
      axisLabel: { ...text, formatter: (tick: number) => drillTime(tick) },
      axisPointer: { label: { formatter: ({ value }: { value: number }) => drillTime(value) } },
      interval: Math.max(1200, Math.ceil((to - from) / 8 / 1200) * 1200),
      axisLine: { lineStyle: { color: line } },
      splitLine: { lineStyle: { color: line, opacity: 0.5 } },
    },
    yAxis: {
      type: "value",
      name: series[0]?.unit ?? "",
      nameTextStyle: { ...text, align: "right" },
      nameGap: 8,
      axisLabel: text,
      scale: true,
      splitLine: { lineStyle: { color: line, opacity: 0.5 } },
    },
    series: series.map((one, n) => ({
      type: "line",
      name: one.name,
      data: one.points,
      showSymbol: false,
      sampling: "lttb",
      lineStyle: { width: one.dashed ? 1.5 : 2, ...styleOf(series, n) },
      itemStyle: { color: styleOf(series, n).color },
      tooltip: { valueFormatter: (value: unknown) => `${Number(value).toFixed(2)} ${one.unit}${one.dashed ? " ┄" : ""}` },
    })),
  };
}
