/** Theme: light or dark, as the browser asks or as chosen here. */
import { shallowRef } from "vue";

export type Theme = "light" | "dark";
const KEPT = "yanlian.theme";
const asked = window.matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === "light" || kept === "dark" ? kept : asked.matches ? "dark" : "light";
}

export const theme = shallowRef<Theme>(chosen());

export function applyTheme(to?: Theme): void {
  if (to) localStorage.setItem(KEPT, to);
  theme.value = chosen();
  document.documentElement.classList.toggle("dark", theme.value === "dark");
}

asked.addEventListener("change", () => applyTheme());
