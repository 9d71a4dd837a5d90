import { beforeEach, expect, test } from "vitest";
import { speak } from "@/locale";
import { SITE } from "@/world/sample.test-data";
import { skyOf } from "./sky";
import { staffScene } from "./staff";
import { traineeScene } from "./trainee";

beforeEach(() => speak("en"));

test("a clear day says nothing; what there is stands in words of the language", () => {
  expect(skyOf({ night: false, fog: false, rain: false })).toBe("");
  expect(skyOf({ night: true, fog: true, rain: true })).toBe("night, fog, rain");
  speak("zh");
  expect(skyOf({ night: true, fog: false, rain: true })).toBe("夜间、下雨");
});

test("the sky of staff and of a seat is what its own cells say", () => {
  expect(skyOf(staffScene({ sky: [true, false, true] }, 0, SITE))).toBe("night, rain");
  expect(skyOf(staffScene({}, 0, SITE))).toBe("");
  expect(skyOf(traineeScene({ night: false, fog: true, rain: true }, 0))).toBe("fog, rain");
  expect(skyOf(traineeScene({}, 0))).toBe("");
});
