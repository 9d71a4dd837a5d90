import type { Screen, ScreenRoute } from "@/shell/screens";

const staff: Screen["for"] = ["admin", "director", "examiner", "chief", "medic", "auditor"];

export default [
  {
    path: "/cases",
    name: "cases",
    screen: { title: { zh: "事故案例", en: "Accident cases" }, nav: { order: 30 }, for: staff },
    component: () => import("./CaseListScreen.vue"),
  },
  {
    path: "/cases/:id([a-z][a-z0-9_]*)",
    name: "case",
    screen: { title: { zh: "事故案例", en: "Accident case" }, for: staff },
    component: () => import("./CaseScreen.vue"),
  },
] satisfies ScreenRoute[];
