import type { ScreenRoute } from "@/shell/screens";

export default [
  {
    path: "/drills",
    name: "drills",
    screen: {
      title: { zh: "演练列表", en: "Drills" },
      nav: { order: 10 },
      for: ["admin", "director", "examiner", "chief", "medic", "auditor"],
    },
    component: () => import("./DrillListScreen.vue"),
  },
] satisfies ScreenRoute[];
