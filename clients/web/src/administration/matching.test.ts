import { expect, test } from "vitest";
import { matching } from "./matching";

const people = [
  { number: "20260001", name: "张三", company: "东港油库" },
  { number: "A-17", name: "Li Si" },
];

test("parts of number, name and company find, in any width and case", () => {
  expect(matching(people, "")).toHaveLength(2);
  expect(matching(people, "0001")).toEqual([people[0]]);
  expect(matching(people, "ＬＩ ａ-17")).toEqual([people[1]]);
  expect(matching(people, "东港 三")).toEqual([people[0]]);
  expect(matching(people, "东港 四")).toEqual([]);
});
