/** Plain: the plant in simple shapes, of the site's data alone, for when its model cannot be had. Names are the model's. */
import { DoubleSide, Group, Mesh, MeshLambertMaterial, type Object3D, PlaneGeometry } from "three";
import type { Device, Place, Site } from "@/scene/scene";
import { Solids } from "./solids";

const material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide });
const ROAD_M = 6;
const STEP_M = 1.2;

const HOUSES: Record<string, { wide: number; deep: number; high: number; colour: number }> = {
  control_room: { wide: 16, deep: 12, high: 5, colour: 0xc9c4b8 },
  office: { wide: 22, deep: 13, high: 10, colour: 0xd6d0c2 },
  fire_station: { wide: 20, deep: 12, high: 7, colour: 0xb96a5c },
  workshop: { wide: 16, deep: 10, high: 6, colour: 0x9aa4ab },
  boiler_house: { wide: 12, deep: 10, high: 7, colour: 0xa8a196 },
  switchroom: { wide: 9, deep: 6, high: 4, colour: 0xb8b4aa },
  gate: { wide: 5, deep: 4, high: 3.4, colour: 0xc9c4b8 },
};

function named(node: Object3D, id: string, kind: string): Object3D {
  node.userData["name"] = id;
  node.userData["kind"] = kind;
  node.userData["id"] = id;
  return node;
}

export function plainPlant(site: Site): Object3D {
  const plant = new Group();
  plant.add(ground(site));
  for (const tank of site.tanks) {
    const radius_m = tank.diameter_m / 2;
    const high_m = tank.rim_m + 0.6;
    const shape = new Solids()
      .cylinder(0xe3e5e2, radius_m, radius_m, high_m, 0, high_m / 2, 0, { sides: 40 })
      .cylinder(0xd2d5d2, 0.6, radius_m, 1.3, 0, high_m + 0.65, 0, { sides: 40 });
    for (let n = 1; n < 6; n += 1) {
      shape.cylinder(0xb4b9b8, radius_m + 0.08, radius_m + 0.08, 0.12, 0, (high_m * n) / 5, 0, { sides: 40, open: true });
    }
    for (let n = 0; n < 44; n += 1) {
      const turn = 0.9 + n * 0.045;
      const x = (radius_m + 0.5) * Math.cos(turn);
      shape.box(0xe0b52a, 0.9, 0.06, 0.32, x, (high_m * (n + 1)) / 44, (radius_m + 0.5) * Math.sin(turn), -turn);
    }
    const node = named(new Mesh(shape.done(), material), tank.id, "tank");
    node.position.set(tank.x_m, 0, -tank.y_m);
    plant.add(node);
  }
  for (const bund of site.bunds) {
    const wide = bund.x1_m - bund.x0_m;
    const deep = bund.y1_m - bund.y0_m;
    const high = bund.wall_m;
    const walls = new Solids()
      .box(0xa9a59b, wide + 0.4, high, 0.4, 0, high / 2, deep / 2)
      .box(0xa9a59b, wide + 0.4, high, 0.4, 0, high / 2, -deep / 2)
      .box(0xa9a59b, 0.4, high, deep, wide / 2, high / 2, 0)
      .box(0xa9a59b, 0.4, high, deep, -wide / 2, high / 2, 0)
      .box(0x9a978f, wide, 0.06, deep, 0, 0.03, 0);
    const node = named(new Mesh(walls.done(), material), bund.id, "bund");
    node.position.set((bund.x0_m + bund.x1_m) / 2, 0, -(bund.y0_m + bund.y1_m) / 2);
    plant.add(node);
  }
  for (const place of site.places) {
    const node = placed(place);
    if (node) plant.add(node);
  }
  const taken = new Map<string, number>();
  for (const device of site.devices) {
    const place = site.places.find((one) => one.id === device.place);
    if (!place) continue;
    const n = taken.get(place.id) ?? 0;
    taken.set(place.id, n + 1);
    const node = operated(device);
    const step_m = place.kind === "switchroom" || place.kind === "pump_house" ? 5 : 0;
    node.position.set(place.x_m + n * STEP_M, 0, -(place.y_m + 1.1 - step_m));
    plant.add(node);
  }
  for (const one of site.instruments) {
    if (one.kind !== "gas") continue;
    const post = new Solids().cylinder(0x8b9296, 0.04, 0.04, 1.1, 0, 0.55, 0).box(0x2b6fa8, 0.22, 0.26, 0.16, 0, 1.15, 0);
    const node = named(new Mesh(post.done(), material), one.tag, "instrument");
    node.position.set(one.x_m, 0, -one.y_m);
    plant.add(node);
  }
  plant.add(pipes(site));
  return plant;
}

function ground(site: Site): Object3D {
  const solids = new Solids().add(new PlaneGeometry(1400, 1400).rotateX(-Math.PI / 2).translate(90, 0, 0), 0x7f8a69);
  for (const [a, b] of site.ways) {
    const from = site.places.find((one) => one.id === a);
    const to = site.places.find((one) => one.id === b);
    if (!from || !to || ![from, to].every((one) => ["road", "gate", "post", "muster", "fire_station"].includes(one.kind))) continue;
    const dx = to.x_m - from.x_m;
    const dy = to.y_m - from.y_m;
    solids.box(0x6b6e70, ROAD_M, 0.02, Math.hypot(dx, dy) + ROAD_M, (from.x_m + to.x_m) / 2, 0.01, -(from.y_m + to.y_m) / 2, -Math.atan2(dx, dy));
  }
  const node = new Mesh(solids.done(), material);
  node.name = "ground";
  return node;
}

function placed(place: Place): Object3D | null {
  const solids = new Solids();
  const house = HOUSES[place.kind];
  if (house) {
    const { wide, deep, high, colour } = house;
    solids
      .box(colour, wide, high, deep, 0, high / 2, 0)
      .box(0x6d7275, wide + 0.6, 0.3, deep + 0.6, 0, high + 0.15, 0)
      .box(0x3c4a55, wide * 0.7, 1.2, deep + 0.1, 0, Math.min(2.2, high - 1), 0)
      .box(0x4e3f33, 1.1, 2.1, deep + 0.16, wide * 0.42, 1.05, 0);
  } else if (place.kind === "muster" || place.kind === "post") {
    solids.cylinder(0x9aa1a5, 0.05, 0.05, 2.6, 0, 1.3, 0).box(place.kind === "muster" ? 0x1f7a3d : 0x2257a0, 1.2, 1.2, 0.06, 0, 2.4, 0);
  } else if (place.kind === "pump_house") {
    for (const [x, z] of [[-5, -4], [5, -4], [-5, 4], [5, 4]] as const) solids.cylinder(0x8b9296, 0.15, 0.15, 4.5, x, 2.25, z);
    solids.box(0x7d868b, 12, 0.25, 10, 0, 4.6, 0).box(0xa3a29d, 11, 0.1, 9, 0, 0.05, 0);
  } else if (place.kind === "wind_sock") {
    solids.cylinder(0xd8dadb, 0.06, 0.1, 8, 0, 4, 0);
  }
  if (solids.empty) return null;
  const node = named(new Mesh(solids.done(), material), place.id, "place");
  node.position.set(place.x_m, 0, -place.y_m);
  return node;
}

function operated(device: Device): Object3D {
  const node = new Group();
  named(node, device.id, device.kind);
  const body = new Solids();
  const moving = (part: string, solids: Solids, x: number, y: number, z: number, axis: readonly number[], turns = 0, travel_m = 0) => {
    const mesh = new Mesh(solids.done(), material);
    mesh.userData = { name: `${device.id}/${part}`, axis, turns, travel_m };
    mesh.position.set(x, y, z);
    node.add(mesh);
  };
  if (device.kind === "pump") {
    body.box(0x8f938f, 2.2, 0.4, 0.9, 0, 0.2, 0).cylinder(0x3f6f8f, 0.32, 0.32, 0.9, 0.5, 0.75, 0, { axis: "x" }).ball(0x5d7f5f, 0.42, -0.5, 0.75, 0);
    moving("lamp", new Solids().ball(0x2fbf60, 0.07), 0.5, 1.2, 0, [0, 1, 0]);
  } else if (device.kind === "breaker") {
    body.box(0xb9bdb9, 0.8, 2, 0.5, 0, 1, 0);
    moving("lever", new Solids().box(0xc22f25, 0.08, 0.3, 0.12, 0, 0.12, 0), 0.1, 1.3, -0.32, [1, 0, 0], 0.2);
    moving("lamp", new Solids().ball(0x2fbf60, 0.05), -0.2, 1.7, -0.28, [0, 1, 0]);
  } else if (device.kind === "alarm_point") {
    body.cylinder(0x8b9296, 0.05, 0.05, 1.2, 0, 0.6, 0).box(0xc22f25, 0.26, 0.3, 0.14, 0, 1.35, 0);
    moving("button", new Solids().cylinder(0xf3f3f0, 0.06, 0.06, 0.05, 0, 0, 0, { axis: "z" }), 0, 1.35, 0.09, [0, 0, -1], 0, 0.02);
    moving("lamp", new Solids().ball(0xd13b30, 0.06), 0, 1.58, 0, [0, 1, 0]);
  } else if (device.kind === "monitor") {
    body.cylinder(0xb8322a, 0.12, 0.2, 1.1, 0, 0.55, 0).cylinder(0xb8322a, 0.08, 0.14, 1.6, 0, 1.45, 0.5, { axis: "z" });
  } else {
    body.cylinder(0x9aa1a5, 0.16, 0.16, 1.6, 0, 0.6, 0, { axis: "x" }).cylinder(0x5b6166, 0.26, 0.26, 0.08, -0.3, 0.6, 0, { axis: "x" });
    body.cylinder(0x5b6166, 0.26, 0.26, 0.08, 0.3, 0.6, 0, { axis: "x" }).ball(0x4b6b7a, 0.25, 0, 0.65, 0).cylinder(0x6f777b, 0.05, 0.05, 0.5, 0, 1, 0);
    if (device.kind === "rosov") body.cylinder(0x3f6f8f, 0.22, 0.22, 0.7, 0, 1.35, 0, { axis: "x" });
    if (device.local) {
      const wheel = new Solids();
      for (let n = 0; n < 12; n += 1) wheel.box(0xc22f25, 0.16, 0.04, 0.04, 0.27 * Math.cos(n * 0.5236), 0, 0.27 * Math.sin(n * 0.5236), -n * 0.5236 + Math.PI / 2);
      wheel.box(0xc22f25, 0.54, 0.03, 0.04).box(0xc22f25, 0.04, 0.03, 0.54).box(0xf0c419, 0.08, 0.06, 0.08, 0.24);
      moving("wheel", wheel, 0, device.kind === "rosov" ? 1.68 : 1.25, 0, [0, 1, 0], device.turns);
    }
  }
  node.add(new Mesh(body.done(), material));
  return node;
}

function pipes(site: Site): Object3D {
  const solids = new Solids().box(0x8b9296, 0.1, 0.1, 0.1);
  for (const line of site.lines) {
    const ends = [line.pump, ...line.valves].map((id) => site.devices.find((one) => one.id === id)?.place);
    const points = ends.map((id) => site.places.find((one) => one.id === id)).filter((one) => one !== undefined);
    const tank = site.tanks.find((one) => one.id === line.tank);
    const stops = [...points, ...(tank ? [tank] : [])].map((one) => [one.x_m, one.y_m + 1.1] as const);
    for (let n = 1; n < stops.length; n += 1) {
      const [ax, ay] = stops[n - 1] as readonly [number, number];
      const [bx, by] = stops[n] as readonly [number, number];
      solids.cylinder(0x9aa1a5, 0.16, 0.16, Math.abs(bx - ax), (ax + bx) / 2, 0.6, -ay, { axis: "x" });
      solids.cylinder(0x9aa1a5, 0.16, 0.16, Math.abs(by - ay), bx, 0.6, -(ay + by) / 2, { axis: "z" });
    }
  }
  return new Mesh(solids.done(), material);
}
