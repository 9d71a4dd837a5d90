import type { ScreenRoute } from "@/shell/screens";

const readers = ["admin", "director", "examiner", "chief", "auditor"] as const;

export default [
  {
    path: "/drills/:id/debrief",
    name: "debrief",
    screen: { title: { zh: "复盘", en: "Debrief" }, for: readers, whole: true },
    component: () => import("./DebriefScreen.vue"),
  },
  {
    path: "/drills/:id/report",
    name: "report",
    screen: { title: { zh: "演练报告", en: "Report of a drill" }, for: readers, whole: true },
    component: () => import("./ReportScreen.vue"),
  },
] satisfies ScreenRoute[];
