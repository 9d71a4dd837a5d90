/** Vehicles: a lorry, a foam engine and a drone at head height, each one geometry. */
import { BoxGeometry, type BufferGeometry, Group, Mesh, MeshLambertMaterial } from "three";
import type { Actor } from "./cast";
import { Solids } from "./solids";

const ENGINE = "engine";
const DRONE = "drone";
const MOST = 8;

/** Facing north (-z), wheels on the ground. */
function wheels(solids: Solids, axles: readonly number[]): Solids {
  for (const z of axles) {
    for (const x of [-1.05, 1.05]) solids.cylinder(0x1d1f21, 0.5, 0.5, 0.34, x, 0.5, z, { axis: "x", sides: 14 });
  }
  return solids;
}

function lorry(): BufferGeometry {
  return wheels(new Solids(), [-2.4, 1.4, 2.6])
    .box(0x2b2e31, 2.1, 0.3, 7.6, 0, 0.85, 0)
    .box(0xdfe3e6, 2.3, 1.9, 1.9, 0, 1.85, -2.9)
    .box(0x26323b, 2.1, 0.75, 0.06, 0, 2.2, -3.87)
    .box(0x26323b, 2.34, 0.7, 0.9, 0, 2.2, -3.0)
    .box(0x5d7f92, 2.4, 2.1, 5.2, 0, 2.1, 1.0)
    .box(0xf4e9b0, 0.4, 0.2, 0.06, -0.8, 1.05, -3.88)
    .box(0xf4e9b0, 0.4, 0.2, 0.06, 0.8, 1.05, -3.88)
    .done();
}

function engine(): BufferGeometry {
  return wheels(new Solids(), [-2.9, 1.6, 2.9])
    .box(0x2b2e31, 2.2, 0.3, 8.6, 0, 0.85, 0)
    .box(0xc21f1a, 2.45, 2.1, 2.6, 0, 1.95, -3.0)
    .box(0x202a31, 2.25, 0.85, 0.06, 0, 2.35, -4.32)
    .box(0x202a31, 2.49, 0.75, 1.7, 0, 2.35, -3.1)
    .box(0xc21f1a, 2.45, 1.9, 5.7, 0, 1.95, 1.35)
    .box(0xeef1f2, 2.5, 0.28, 8.3, 0, 1.5, 0.05)
    .box(0x9da5aa, 2.49, 1.05, 1.5, 0, 2.15, 0.2)
    .box(0x9da5aa, 2.49, 1.05, 1.5, 0, 2.15, 2.4)
    .box(0x1f5fc0, 1.9, 0.18, 0.35, 0, 3.1, -3.2)
    .cylinder(0x8f2a22, 0.16, 0.2, 0.6, 0, 3.15, 0.6)
    .cylinder(0xb8322a, 0.11, 0.14, 1.5, 0, 3.5, 0.1, { axis: "z" })
    .box(0xf4e9b0, 0.4, 0.2, 0.06, -0.85, 1.15, -4.33)
    .box(0xf4e9b0, 0.4, 0.2, 0.06, 0.85, 1.15, -4.33)
    .done();
}

function drone(): BufferGeometry {
  const solids = new Solids().box(0x2b2e31, 0.4, 0.14, 0.5, 0, 1.9, 0).box(0x202a31, 0.12, 0.12, 0.12, 0, 1.76, -0.2);
  for (const x of [-0.45, 0.45]) {
    for (const z of [-0.45, 0.45]) {
      solids.cylinder(0x9da5aa, 0.26, 0.26, 0.03, x, 2.04, z).cylinder(0x1d1f21, 0.05, 0.05, 0.16, x, 1.9, z);
    }
  }
  return solids.done();
}

function shapeOf(id: string): BufferGeometry {
  if (id.includes(DRONE)) return drone();
  return id.includes(ENGINE) ? engine() : lorry();
}

export class Vehicles {
  readonly group = new Group();
  private readonly meshes = new Map<string, Mesh>();
  private readonly material = new MeshLambertMaterial({ vertexColors: true });
  private readonly shadow = new MeshLambertMaterial({ color: 0, transparent: true, opacity: 0.35, depthWrite: false });
  private readonly ground = new BoxGeometry(2.9, 0.02, 8.6);

  frame(actors: readonly Actor[]): void {
    for (const mesh of this.meshes.values()) mesh.visible = false;
    for (const actor of actors) {
      if (actor.kind !== "vehicle") continue;
      const mesh = this.meshOf(actor.id);
      if (!mesh) continue;
      mesh.visible = true;
      mesh.position.set(actor.track.x_m, 0, -actor.track.y_m);
      mesh.rotation.y = -actor.track.heading_rad;
    }
  }

  private meshOf(id: string): Mesh | undefined {
    const known = this.meshes.get(id);
    if (known || this.meshes.size >= MOST) return known;
    const mesh = new Mesh(shapeOf(id), this.material);
    const under = new Mesh(this.ground, this.shadow);
    if (id.includes(DRONE)) under.scale.set(0.3, 1, 0.1);
    under.position.y = 0.04;
    mesh.add(under);
    this.meshes.set(id, mesh);
    this.group.add(mesh);
    return mesh;
  }
}
