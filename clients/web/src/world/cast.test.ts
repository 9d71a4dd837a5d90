import { expect, test } from "vitest";
import { Cast } from "./cast";
import { SITE, scene } from "./sample.test-data";

const out = { seat: "OUT", x_m: 1, y_m: 2, place: "", posture: "walking", worn: ["scba"], look: null };

test("people, crowds and vehicles of a scene become actors, and go when they are out of it", () => {
  const cast = new Cast(SITE);
  cast.show(scene({ people: [out], vehicles: [{ id: "engine", x_m: 5, y_m: 5, moving: false }] }), 0);
  expect(cast.actors.map((one) => `${one.kind}.${one.id}`).sort()).toEqual(["person.OUT", "vehicle.engine"]);
  expect(cast.personOf("OUT")?.worn).toEqual(["scba"]);
  cast.show(scene({ tick: 2, people: [{ ...out, x_m: 2, posture: "down" }] }), 100);
  expect(cast.actors).toHaveLength(1);
  expect(cast.personOf("OUT")?.posture).toBe("down");
  cast.move(150);
  expect(cast.personOf("OUT")?.track.x_m).toBeCloseTo(1.5);
  cast.show(scene({ tick: 4 }), 200);
  expect(cast.personOf("OUT")).toBeUndefined();
});

test("a crowd is as many as are known, else as many as the site says, and never too many to draw", () => {
  const cast = new Cast(SITE);
  const crowd = (id: string, number: number) => ({ id, x_m: 0, y_m: 0, walking: false, number });
  cast.show(scene({ crowds: [crowd("welders", -1), crowd("staff", 5), crowd("drivers", 200), crowd("strangers", -1)] }), 0);
  expect(cast.actors.map((one) => one.number)).toEqual([2, 5, 8, 3]);
});
