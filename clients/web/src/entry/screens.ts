import type { ScreenRoute } from "@/shell/screens";

const everyone = ["admin", "director", "examiner", "chief", "medic", "auditor"] as const;

export default [
  {
    path: "/",
    name: "home",
    screen: { title: { zh: "首页", en: "Home" }, for: everyone },
    component: () => import("./HomeScreen.vue"),
  },
  {
    path: "/login",
    name: "login",
    screen: { title: { zh: "登录", en: "Log in" }, for: "open" },
    component: () => import("./LoginScreen.vue"),
  },
  {
    path: "/join",
    name: "join",
    screen: { title: { zh: "入场", en: "Join a drill" }, for: "open" },
    component: () => import("./JoinScreen.vue"),
  },
  {
    path: "/:rest(.*)*",
    name: "nothing",
    screen: { title: { zh: "此页不存在", en: "No such page" }, for: "open" },
    component: () => import("./NothingScreen.vue"),
  },
] satisfies ScreenRoute[];
