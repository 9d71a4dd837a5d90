import { expect, test } from "vitest";
import { aim, follow, Pace, trackAt } from "./track";

test("goes from where it stands to the newest place in the time between two scenes", () => {
  const track = trackAt(0, 0, 0);
  aim(track, 1, 0, 1000, 100);
  follow(track, 1050);
  expect(track.x_m).toBeCloseTo(0.5);
  follow(track, 1100);
  expect(track.x_m).toBeCloseTo(1);
  follow(track, 1400);
  expect(track.x_m).toBeCloseTo(1); // it never goes on by itself
});

test("a newer scene that comes early does not make it jump", () => {
  const track = trackAt(0, 0, 0);
  aim(track, 1, 0, 0, 100);
  follow(track, 60);
  const before = track.x_m;
  aim(track, 2, 0, 60, 100);
  follow(track, 61);
  expect(Math.abs(track.x_m - before)).toBeLessThan(0.05);
});

test("faces where it goes, as a compass has it, and counts its way", () => {
  const track = trackAt(0, 0, 0);
  aim(track, 3, 0, 0, 100);
  for (let now = 0; now <= 3000; now += 20) follow(track, now);
  expect(track.heading_rad).toBeCloseTo(Math.PI / 2, 2);
  expect(track.walked_m).toBeCloseTo(3);
  expect(track.speed_m_s).toBe(0);
});

test("is there at once after a leap in place or time", () => {
  const far = trackAt(0, 0, 0);
  aim(far, 100, 0, 0, 100);
  follow(far, 0);
  expect(far.x_m).toBe(100);
  const sought = trackAt(0, 0, 0);
  aim(sought, 5, 0, 0, 0);
  follow(sought, 0);
  expect(sought.x_m).toBe(5);
});

test("pace: as long as scenes are apart, within bounds; none over a leap in time", () => {
  const pace = new Pace();
  expect(pace.arrives(100, 0)).toBe(0); // the first
  expect(pace.arrives(102, 110)).toBe(110);
  expect(pace.arrives(104, 120)).toBe(60);
  expect(pace.arrives(106, 420)).toBe(250);
  expect(pace.arrives(200, 9420)).toBe(120); // long nothing, then news
  expect(pace.arrives(50, 9520)).toBe(0); // sought backward
  expect(pace.arrives(900, 9620)).toBe(0); // sought forward
});
