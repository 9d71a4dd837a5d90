import { expect, test } from "vitest";
import { newPassword } from "./passwords";

test("a password is easily typed and long enough for the server", () => {
  expect(newPassword()).toMatch(/^[0-9a-hj-km-np-tv-z]{4}(-[0-9a-hj-km-np-tv-z]{4}){2}$/);
  expect(newPassword((of) => of.fill(33))).toBe("1111-1111-1111");
});

test("no two are the same", () => {
  expect(new Set(Array.from({ length: 50 }, () => newPassword())).size).toBe(50);
});
