import { Group, Mesh, Object3D, Raycaster, Vector3 } from "three";
import { expect, test } from "vitest";
import { Cast } from "./cast";
import { Mechanisms } from "./mechanisms";
import { Picking } from "./picking";
import { plainPlant } from "./plain";
import { levelAt, Plant } from "./plant";
import { scene, SITE } from "./sample.test-data";

const levels = [{ beyond_m: 0 }, { beyond_m: 40 }, { beyond_m: 260 }];

test("levels of detail go by distance, with a margin on the way back", () => {
  expect(levelAt(levels, 10, -1)).toBe(0);
  expect(levelAt(levels, 41, 0)).toBe(1);
  expect(levelAt(levels, 39, 1)).toBe(1); // not back at once
  expect(levelAt(levels, 30, 1)).toBe(0);
  expect(levelAt(levels, 300, 0)).toBe(2);
});

test("the plain plant names everything that is operated, and its moving parts", () => {
  const names: string[] = [];
  plainPlant(SITE).traverse((node) => names.push(String(node.userData["name"] ?? "")));
  for (const { id } of [...SITE.devices, ...SITE.tanks, ...SITE.bunds]) expect(names).toContain(id);
  for (const part of ["HV-101/wheel", "MCP-1/button", "MCP-1/lamp", "PB-1/lever", "P-101/lamp"]) expect(names).toContain(part);
});

async function stood(): Promise<Plant> {
  const plant = new Plant(SITE);
  await plant.load("data:model/gltf-binary,none");
  return plant;
}

test("a model that cannot be loaded is told, and plain shapes stand in", async () => {
  const plant = await stood();
  expect(plant.state).toBe("plain");
  expect(plant.part("HV-101", "wheel")).toBeInstanceOf(Object3D);
  expect(plant.part("HV-999", "")).toBeNull();
});

test("a hit is named by the nearest named thing above it; a part of it by its part", async () => {
  const plant = await stood();
  expect(plant.nameOf(plant.part("HV-101", "wheel") as Object3D)).toBe("HV-101/wheel");
  const body = plant.part("HV-101", "")?.children.find((one) => !one.userData["name"]) as Object3D;
  expect(plant.nameOf(body)).toBe("HV-101");
  const stray = new Group();
  plant.root.add(stray);
  expect(plant.nameOf(stray)).toBe("");
});

test("a ray picks the nearest: a person before the tank, else the tank", async () => {
  const plant = await stood();
  const cast = new Cast(SITE);
  const picking = new Picking(plant, cast);
  plant.root.updateMatrixWorld(true);
  const ray = new Raycaster(new Vector3(20, 1.0, 40), new Vector3(0, 0, -1));
  expect(picking.along(ray)?.id).toBe("B1"); // its wall stands before the tank
  const high = new Raycaster(new Vector3(20, 5, 40), new Vector3(0, 0, -1));
  expect(picking.along(high)).toMatchObject({ id: "T-101", part: "" });
  cast.show(scene({ people: [{ seat: "OUT", x_m: 20, y_m: -20, place: "", posture: "standing", worn: [], look: null }] }), 0);
  expect(picking.along(ray)).toMatchObject({ id: "OUT", part: "person" });
});

function turnsOf(plant: Plant): number {
  const { x, y, z, w } = (plant.part("HV-101", "wheel") as Mesh).quaternion;
  return (2 * Math.atan2(Math.hypot(x, y, z), w)) / (2 * Math.PI);
}

test("a wheel stands by how far it is open, and obeys the hand until the valve is at rest", async () => {
  const plant = await stood();
  const mechanisms = new Mechanisms(plant, SITE);
  mechanisms.find();
  const valve = { id: "HV-101", state: "open", open_percent: 1, stuck: false };
  mechanisms.show(valve); // 1 % of 25 turns
  expect(turnsOf(plant)).toBeCloseTo(0.25);
  mechanisms.setTurn("HV-101", 0.4);
  mechanisms.show({ ...valve, state: "moving" });
  expect(turnsOf(plant)).toBeCloseTo(0.4);
  mechanisms.show({ ...valve, state: "closed", open_percent: 0 });
  expect(turnsOf(plant)).toBeCloseTo(0);
});

test("an alarm point that was pressed has its button in and its lamp lit", async () => {
  const plant = await stood();
  const mechanisms = new Mechanisms(plant, SITE);
  mechanisms.find();
  const button = plant.part("MCP-1", "button") as Mesh;
  const lamp = plant.part("MCP-1", "lamp") as Mesh & { material: { emissiveIntensity: number } };
  const before = button.position.z;
  expect(lamp.material.emissiveIntensity).toBe(0);
  mechanisms.show({ id: "MCP-1", state: "on", open_percent: -1, stuck: false });
  expect(button.position.z).toBeLessThan(before);
  expect(lamp.material.emissiveIntensity).toBeGreaterThan(1);
});
