import type { Screen, ScreenRoute } from "@/shell/screens";

const staff: Screen["for"] = ["admin", "director", "examiner", "chief", "medic", "auditor"];
const office: Screen["for"] = ["admin", "director"];
const admin: Screen["for"] = ["admin"];
const care: Screen["for"] = ["admin", "director", "medic"];

const screens: ScreenRoute[] = [
  {
    path: "/administration",
    name: "administration",
    screen: { title: { zh: "管理", en: "Administration" }, nav: { order: 80 }, for: staff },
    component: () => import("./AdministrationScreen.vue"),
  },
  {
    path: "/administration/accounts",
    name: "accounts",
    screen: { title: { zh: "账号与角色", en: "Accounts and roles" }, for: admin },
    component: () => import("./AccountsScreen.vue"),
  },
  {
    path: "/administration/trainees",
    name: "trainees",
    screen: { title: { zh: "学员", en: "Trainees" }, for: care },
    component: () => import("./TraineesScreen.vue"),
  },
  {
    path: "/administration/cards",
    name: "cards",
    screen: { title: { zh: "席位卡", en: "Seat cards" }, for: office },
    component: () => import("./SeatCardsScreen.vue"),
  },
  {
    path: "/administration/seating",
    name: "seating",
    screen: { title: { zh: "座位图", en: "Seat plan" }, for: staff },
    component: () => import("./SeatingScreen.vue"),
  },
  {
    path: "/administration/headsets",
    name: "headsets",
    screen: { title: { zh: "头显", en: "Headsets" }, nav: { order: 70 }, for: care },
    component: () => import("./HeadsetsScreen.vue"),
  },
  {
    path: "/administration/values",
    name: "values",
    screen: { title: { zh: "数值签认", en: "Values to confirm" }, for: staff },
    component: () => import("./ValuesScreen.vue"),
  },
  {
    path: "/administration/settings",
    name: "settings",
    screen: { title: { zh: "基地设置", en: "Base settings" }, for: admin },
    component: () => import("./SettingsScreen.vue"),
  },
  {
    path: "/administration/health",
    name: "health",
    screen: { title: { zh: "系统健康", en: "Health" }, for: staff },
    component: () => import("./HealthScreen.vue"),
  },
  {
    path: "/administration/password",
    name: "password",
    screen: { title: { zh: "修改密码", en: "Change the password" }, for: staff },
    component: () => import("./PasswordScreen.vue"),
  },
];

export default screens;
