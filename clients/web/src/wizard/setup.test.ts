import { expect, test } from "vitest";
import { nextOpen, type Setup } from "./setup";

const at = (...states: ("open" | "done" | "skipped")[]): Setup => ({
  finished: false,
  steps: (["password", "base", "accounts"] as const).map((step, n) => ({ step, state: states[n] ?? "open" })),
});

test("the next open step comes after this one, then from the start", () => {
  expect(nextOpen(at("open", "open", "open"), null)).toBe("password");
  expect(nextOpen(at("done", "skipped", "open"), "password")).toBe("accounts");
  expect(nextOpen(at("open", "done", "done"), "accounts")).toBe("password");
  expect(nextOpen(at("done", "skipped", "done"), "base")).toBeNull();
});
