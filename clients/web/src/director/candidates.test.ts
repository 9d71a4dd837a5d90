import { expect, test } from "vitest";
import { meant, offered } from "./candidates";

const person = (number: string, name: string) => ({ id: number, number, name, company: "东港油库", level: "" });
const people = [person("0411", "张三"), person("0412", "李四"), person("A-17", "李四"), person("0413", "Wang")];

test("a number of the list is found however it is typed, and goes as the list writes it", () => {
  expect(meant(" ０411 ", people)).toEqual({ number: "0411", person: people[0] });
  expect(meant("a-17", people)).toEqual({ number: "A-17", person: people[2] });
});

test("a whole name is its number if one person alone has it, and never goes itself", () => {
  expect(meant("张三", people)).toEqual({ number: "0411", person: people[0] });
  expect(meant("wang", people).number).toBe("0413");
  expect(meant("李四", people)).toEqual({ number: "", person: null });
  expect(meant("王五", people)).toEqual({ number: "", person: null });
  expect(meant("Li Si", people)).toEqual({ number: "", person: null });
});

test("a number that is not on the list may be used", () => {
  expect(meant("0999", people)).toEqual({ number: "0999", person: null });
  expect(meant("", people)).toEqual({ number: "", person: null });
  expect(meant("9".repeat(33), people).number).toBe("");
});

test("hundreds are offered by parts, fifty at once", () => {
  const many = Array.from({ length: 300 }, (_, n) => person(`${1000 + n}`, `学员${n}`));
  expect(offered("", many)).toMatchObject({ shown: { length: 50 }, more: 250 });
  expect(offered("东港 1299", many).shown.map((one) => one.number)).toEqual(["1299"]);
});
