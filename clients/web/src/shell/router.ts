import { nextTick, shallowRef } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import { said } from "@/locale";
import { reachable } from "@/rest";
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

const AGAIN_MS = 1500;
const PART_LOST = /dynamically imported module|module script failed|preload/i;

/** A part of the application could not be fetched because the network changed or went; it is asked for again. */
export const stuck = shallowRef(false);

router.onError((error: unknown, to) => {
  if (!PART_LOST.test(String(error))) return;
  stuck.value = true;
  void loadAnew(to.fullPath);
});

// By a new page: a browser keeps in mind that a module could not be had, and does not ask again.
async function loadAnew(path: string): Promise<void> {
  while (!(await reachable())) await new Promise((done) => window.setTimeout(done, AGAIN_MS));
  location.assign(path);
}
