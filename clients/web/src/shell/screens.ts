/** Screens: each feature folder has a `screens.ts` that lists its own; the shell finds them and asks who may enter. */
import type { RouteRecordRaw } from "vue-router";
import type { Both } from "@/locale";
import type { Role } from "@/rest/session";

export interface Screen {
  title: Both;
  /** Who finds it in the navigation, and in which place; without it, it is reached from another screen. */
  nav?: { order: number };
  /** Roles that may enter; "seat": whoever holds a seat, without a log-in; "open": everybody. */
  for: readonly Role[] | "seat" | "open";
  /** Fills the whole screen, without the shell's head. */
  whole?: boolean;
}

/** What `screens.ts` of a feature exports as default. */
export interface ScreenRoute {
  path: string;
  name: string;
  screen: Screen;
  component: () => Promise<unknown>;
}

const found = import.meta.glob<ScreenRoute[]>("../*/screens.ts", { eager: true, import: "default" });

export const screens: ScreenRoute[] = Object.values(found).flat();

export const routes: RouteRecordRaw[] = screens.map(
  ({ path, name, screen, component }) => ({ path, name, meta: { screen }, component }) as RouteRecordRaw,
);

/** Whether somebody of this role may enter. */
export function mayEnter(screen: Screen, role: Role | null): boolean {
  if (screen.for === "open" || screen.for === "seat") return true;
  return role !== null && screen.for.includes(role);
}
