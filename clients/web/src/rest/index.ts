/** REST: the server's routes, typed from its OpenAPI. `answer` gives what a route gives, or throws a ProblemError. */
import createClient, { type Client } from "openapi-fetch";
import type { Both } from "@/locale";
import { language } from "@/locale";
import { hearClock } from "./clock";
import type { components, paths } from "./rest.gen";

export type Schemas = components["schemas"];

/** What the server says is wrong (RFC 9457), in both languages. code: one word; status 0: it could not be reached. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: Both,
    readonly body: Record<string, unknown> = {},
  ) {
    super(text[language()]);
  }

  get offline(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

const UNREACHABLE: Both = {
  zh: "连不上服务器，已输入的内容仍在本机，恢复后会继续",
  en: "The server cannot be reached. What you entered is kept here and goes on once it is back",
};
const UNEXPECTED: Both = { zh: "服务器答复异常", en: "The server gave an unexpected answer" };

/** A cut line says nothing: without an answer for so long a request counts as lost, whatever the browser still hopes. */
const PATIENCE_MS = 30_000;
const SOON_MS = 6_000;

/** For what is answered at once, and may be asked again without harm or whose loss has to be told soon. */
export function soon(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(SOON_MS) };
}

/** Within the patience that all requests have. */
function patient(request: Request): Request {
  return new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]) });
}

/** A client that shows this token. lost: called once the server no longer knows the token. */
export function clientWith(token: () => string, lost: () => void = () => undefined): Client<paths> {
  // eslint-disable-next-line no-restricted-globals -- the one place that asks
  const client = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(patient(request)) });
  client.use({
    onRequest({ request }) {
      if (token()) request.headers.set("Authorization", `Bearer ${token()}`);
      return request;
    },
    onResponse({ request, response }) {
      hearClock(response.headers.get("Date"));
      if (response.status === 401 && request.headers.has("Authorization")) lost();
    },
  });
  return client;
}

interface Told<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What a route gives. ProblemError for everything else, a lost network included. */
export async function answer<T>(asked: Promise<Told<T>>): Promise<T> {
  let told: Told<T>;
  try {
    told = await asked;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) throw new ProblemError(0, "offline", UNREACHABLE);
    throw error;
  }
  if (told.response.ok) return told.data as T;
  throw problemOf(told.response.status, told.error);
}

/** Read a problem document. */
export function problemOf(status: number, body: unknown): ProblemError {
  const told = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: "zh" | "en") => (typeof told[name] === "string" ? (told[name] as string) : UNEXPECTED[name]);
  const code = typeof told["code"] === "string" ? told["code"] : `http_${status}`;
  return new ProblemError(status, code, { zh: text("zh"), en: text("en") }, told);
}

/** Whether the server answers now. */
export async function reachable(): Promise<boolean> {
  try {
    // eslint-disable-next-line no-restricted-globals -- the one place that asks
    return (await fetch("/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
