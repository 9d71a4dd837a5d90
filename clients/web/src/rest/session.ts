/** Session: who is logged in on this browser. Kept over a closed tab; several tabs share it. */
import { computed, shallowRef } from "vue";
import { answer, clientWith, type Schemas } from "@/rest";

export type Role = Schemas["Role"];
type LoggedIn = Schemas["LoggedIn"];

const KEPT = "yanlian.session";

function kept(): LoggedIn | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") as LoggedIn | null;
  } catch {
    return null;
  }
}

const session = shallowRef<LoggedIn | null>(kept());

window.addEventListener("storage", (event) => {
  if (event.key === KEPT) session.value = kept();
});

function keep(found: LoggedIn | null): void {
  session.value = found;
  if (found) localStorage.setItem(KEPT, JSON.stringify(found));
  else localStorage.removeItem(KEPT);
}

/** Who is logged in, null = nobody. */
export const me = computed<Schemas["Me"] | null>(() => session.value);

/** The token of the log-in, "" = nobody; also for Hello of a socket. */
export function sessionToken(): string {
  return session.value?.token ?? "";
}

/** The client of whoever is logged in. */
export const rest = clientWith(sessionToken, () => keep(null));

export async function logIn(name: string, password: string): Promise<void> {
  keep(await answer(rest.POST("/api/login", { body: { name, password } })));
}

export async function logOut(): Promise<void> {
  try {
    await answer(rest.POST("/api/logout"));
  } finally {
    keep(null);
  }
}

/** Change one's own password. All sessions end; this browser goes on with a new one. */
export async function changePassword(old: string, fresh: string): Promise<void> {
  keep(await answer(rest.POST("/api/me/password", { body: { old, new: fresh } })));
}
