import { mount } from "@vue/test-utils";
import axe from "axe-core";
import { expect, test } from "vitest";
import { i18n } from "@/locale";
import type { Instrument } from "@/scene/scene";
import AlarmList from "./AlarmList.vue";

const instrument = { tag: "LT-101", name: { zh: "液位", en: "level" }, kind: "level", unit: "m", resolution: 0.01, high_high: 14 } as unknown as Instrument;

test("to a screen reader the alarms are a list, and a new one is said at once", async () => {
  const list = mount(AlarmList, { attachTo: document.body, global: { plugins: [i18n] }, props: { readings: [{ instrument, value: 14.2, alarm: 1, moved_s: 0 }], able: true } });
  expect(list.findAll("li")).toHaveLength(1);
  expect(list.get("ul").attributes("aria-live")).toBe("assertive");
  const { violations } = await axe.run(list.element, { runOnly: ["list", "listitem"] });
  expect(violations.map((one) => one.id)).toEqual([]);
});
