/** Vignette: a dark ring before the eyes while the world moves by itself; narrower, the stronger it is set. It closes
 * where the head leaves the body: nobody looks through a wall by leaning into it. */
import { Float32BufferAttribute, Mesh, MeshBasicMaterial, RingGeometry } from "three";

const AWAY_M = 0.4;
const EDGE_M = 0.12;
const CLEAR_M = [0.62, 0.34, 0.24];
const CLOSED_M = 0.02;
const LEAN_FROM_M = 0.6;
const LEAN_TO_M = 1;
const FADE_PER_S = 5;

export class Vignette {
  readonly mesh: Mesh<RingGeometry, MeshBasicMaterial>;
  private clear_m = 1;

  constructor() {
    const ring = new RingGeometry(1, 30, 48, 2);
    const from = ring.getAttribute("position");
    // Three rings of points: clear at the first, dark from the second on.
    const row = 49;
    const colours = new Float32Array(from.count * 4);
    for (let n = 0; n < from.count; n += 1) colours[n * 4 + 3] = n < row ? 0 : 1;
    ring.setAttribute("color", new Float32BufferAttribute(colours, 4));
    for (let n = row; n < 2 * row; n += 1) {
      const angle = Math.atan2(from.getY(n), from.getX(n));
      const out = 1 + EDGE_M / 0.34;
      from.setXY(n, Math.cos(angle) * out, Math.sin(angle) * out);
    }
    const material = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthTest: false, depthWrite: false, fog: false, toneMapped: false });
    this.mesh = new Mesh(ring, material);
    this.mesh.position.z = -AWAY_M;
    this.mesh.renderOrder = 90;
    this.mesh.visible = false;
  }

  /** strength: 0 = off, 1, 2; tight: for a leg that one does not look at. */
  frame(seconds: number, moving: boolean, strength: 0 | 1 | 2, tight: boolean, lean_m: number): void {
    const open = 1;
    let wanted = open;
    if (moving && strength > 0) wanted = CLEAR_M[strength] ?? open;
    if (moving && tight) wanted = Math.min(wanted, 0.16);
    const out = Math.max(0, Math.min(1, (lean_m - LEAN_FROM_M) / (LEAN_TO_M - LEAN_FROM_M)));
    wanted += (CLOSED_M - wanted) * out;
    this.clear_m += (wanted - this.clear_m) * Math.min(1, seconds * FADE_PER_S);
    this.mesh.visible = this.clear_m < 0.95;
    this.mesh.scale.set(this.clear_m, this.clear_m, 1);
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
