import { nextTick } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import { said } from "@/locale";
import { me } from "@/rest/session";
import { mayEnter, routes } from "./screens";

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach((to) => {
  const screen = to.meta.screen;
  if (!screen || mayEnter(screen, me.value?.role ?? null)) return true;
  return me.value ? { name: "home" } : { name: "login", query: { next: to.fullPath } };
});

router.afterEach((to) => {
  void nextTick(() => {
    const title = to.meta.screen?.title;
    document.title = title ? `${said(title)} · 演练 Yanlian` : "演练 Yanlian";
  });
});
