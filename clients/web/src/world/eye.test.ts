import { PerspectiveCamera, Vector3 } from "three";
import { expect, test } from "vitest";
import { Cast } from "./cast";
import { type FreeEye, orbit, place, shift, zoom } from "./eye";
import { Levels } from "@/scene/levels";
import { scene, SITE } from "./sample.test-data";

const looked = (camera: PerspectiveCamera) => camera.getWorldDirection(new Vector3());

test("a first eye looks along the compass: north is -z, east is +x", () => {
  const camera = new PerspectiveCamera();
  const cast = new Cast(SITE);
  place(camera, { kind: "first", x_m: 5, y_m: 7, height_m: 1.7, yaw: 0, pitch: 0 }, cast, 0, new Levels(SITE));
  expect(camera.position.toArray()).toEqual([5, 1.7, -7]);
  expect(looked(camera).z).toBeCloseTo(-1);
  place(camera, { kind: "first", x_m: 5, y_m: 7, height_m: 1.7, yaw: Math.PI / 2, pitch: 0 }, cast, 0, new Levels(SITE));
  expect(looked(camera).x).toBeCloseTo(1);
  place(camera, { kind: "first", x_m: 5, y_m: 7, height_m: 1.7, yaw: 0, pitch: 0.5 }, cast, 0, new Levels(SITE));
  expect(looked(camera).y).toBeGreaterThan(0.4);
});

test("an eye that follows keeps the person in its middle", () => {
  const camera = new PerspectiveCamera();
  const cast = new Cast(SITE);
  cast.show(scene({ people: [{ seat: "OUT", x_m: 30, y_m: 40, place: "", posture: "standing", worn: [], look: null }] }), 0);
  camera.position.set(0, 200, 0);
  place(camera, { kind: "follow", seat: "OUT" }, cast, 0.016, new Levels(SITE));
  const toward = new Vector3(30, 1.5, -40).sub(camera.position).normalize();
  expect(looked(camera).dot(toward)).toBeCloseTo(1);
  expect(camera.position.distanceTo(new Vector3(30, 0, -40))).toBeLessThan(12);
});

test("of who is in a house the eye that follows sees the house, not its walls from within", () => {
  const camera = new PerspectiveCamera();
  const room = { id: "CR", name: ["", ""], x_m: 60, y_m: 30, kind: "control_room", indoors: true, panel: true, scba: false } as const;
  const cast = new Cast({ ...SITE, places: [room] });
  const at = { x_m: room.x_m, y_m: room.y_m, place: room.id };
  cast.show(scene({ people: [{ seat: "DCS", ...at, posture: "standing", worn: [], look: null }] }), 0);
  camera.position.set(0, 200, 900);
  place(camera, { kind: "follow", seat: "DCS" }, cast, 0.016, new Levels(SITE));
  expect(camera.position.y).toBeGreaterThan(15);
  expect(camera.position.distanceTo(new Vector3(at.x_m, 0, -at.y_m))).toBeGreaterThan(25);
});

test("a free eye turns about its point, never below the ground, and zooms within bounds", () => {
  const eye: FreeEye = { kind: "free", x_m: 50, y_m: 40, distance_m: 100, yaw: 0, pitch: -0.5 };
  orbit(eye, 0, -10);
  expect(eye.pitch).toBeLessThan(0);
  orbit(eye, 0, 10);
  expect(eye.pitch).toBeGreaterThanOrEqual(-1.5);
  zoom(eye, 1e-9);
  expect(eye.distance_m).toBe(6);
  zoom(eye, 1e9);
  expect(eye.distance_m).toBe(700);
  const camera = new PerspectiveCamera();
  place(camera, { ...eye, distance_m: 100, pitch: -0.5 }, new Cast(SITE), 0, new Levels(SITE));
  expect(camera.position.y).toBeGreaterThan(40);
  expect(looked(camera).z).toBeLessThan(0);
});

test("the ground goes with the finger, whichever way one looks", () => {
  const north: FreeEye = { kind: "free", x_m: 0, y_m: 0, distance_m: 100, yaw: 0, pitch: -0.5 };
  shift(north, 0.1, 0);
  expect(north.x_m).toBeLessThan(0);
  const east: FreeEye = { ...north, x_m: 0, y_m: 0, yaw: Math.PI / 2 };
  shift(east, 0.1, 0);
  expect(east.y_m).toBeGreaterThan(0);
  expect(east.x_m).toBeCloseTo(0);
});
