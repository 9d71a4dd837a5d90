import type { ScreenRoute } from "@/shell/screens";

export default [
  {
    path: "/setup",
    name: "setup",
    screen: { title: { zh: "首次设置", en: "First set-up" }, for: ["admin"] },
    component: () => import("./SetupScreen.vue"),
  },
] satisfies ScreenRoute[];
