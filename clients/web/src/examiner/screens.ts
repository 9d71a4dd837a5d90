import type { ScreenRoute } from "@/shell/screens";

export default [
  {
    path: "/drills/:id/examine",
    name: "examine",
    screen: { title: { zh: "考官台", en: "Examiner's console" }, for: ["examiner", "chief"], whole: true },
    component: () => import("./ExamineScreen.vue"),
  },
] satisfies ScreenRoute[];
