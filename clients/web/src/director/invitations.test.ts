import { expect, test } from "vitest";
import { isOnlyHere, pictureOf } from "./invitations";

test("the picture of a code stands by itself", () => {
  const data = pictureOf('<svg width="10" height="10" class="segno"><path d="M0 0"/></svg>');
  const text = decodeURIComponent(data.slice(data.indexOf(",") + 1));
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  expect(parsed.documentElement.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
});

test.each([
  ["http://127.0.0.1:8760/join#A", true],
  ["https://localhost/join#A", true],
  ["http://192.168.1.7:8760/join#A", false],
  ["https://localhosting.example/join#A", false],
])("%s leads nowhere from another device: %s", (url, only) => {
  expect(isOnlyHere(url)).toBe(only);
});
