import type { ScreenRoute } from "@/shell/screens";

export default [
  {
    path: "/drills/:id/seat",
    name: "seat",
    screen: { title: { zh: "席位", en: "Seat" }, for: "seat", whole: true },
    component: () => import("./SeatScreen.vue"),
  },
] satisfies ScreenRoute[];
