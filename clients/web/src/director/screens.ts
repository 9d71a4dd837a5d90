import type { ScreenRoute } from "@/shell/screens";

export default [
  {
    path: "/drills/new",
    name: "open-drill",
    screen: { title: { zh: "新开演练", en: "New drill" }, for: ["admin", "director"] },
    component: () => import("./OpenScreen.vue"),
  },
  {
    path: "/drills/:id([0-9a-f]{16})/direct",
    name: "direct",
    screen: { title: { zh: "导演台", en: "Director's station" }, for: ["admin", "director"], whole: true },
    component: () => import("./StationScreen.vue"),
  },
] satisfies ScreenRoute[];
