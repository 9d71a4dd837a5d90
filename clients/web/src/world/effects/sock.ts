/** Sock: the wind sock as eyes read it, five rings of cloth; by octant and strength, or by the true wind for staff. */
import { Color, CylinderGeometry, InstancedMesh, Matrix4, MeshLambertMaterial, DoubleSide, Vector3 } from "three";
import type { Scene } from "@/scene/scene";

const RINGS = 5;
const LONG_M = 0.62;
const widths = new Vector3();
const SAG_RAD = [1.45, 0.95, 0.42, 0.08] as const;
const WIND_M_S = [0, 1.2, 3.5, 7] as const;

/** toward_rad: compass bearing the cloth points to; strength 0..3. */
export interface Blown {
  toward_rad: number;
  strength: number;
  east_m_s: number;
  north_m_s: number;
}

/** What the scene tells of the wind; null = nothing (indoors), the cloth stays as it was. */
export function blownBy(scene: Scene): Blown | null {
  if (scene.wind_m_s) {
    const [east, north] = scene.wind_m_s;
    const speed = Math.hypot(east, north);
    const strength = speed < 0.5 ? 0 : speed < 2 ? 1 : speed < 5 ? 2 : 3;
    return { toward_rad: Math.atan2(east, north), strength, east_m_s: east, north_m_s: north };
  }
  if (!scene.sock) return null;
  const { octant, strength } = scene.sock;
  const toward_rad = octant < 0 ? 0 : (octant * Math.PI) / 4 + Math.PI;
  const speed = octant < 0 ? 0 : (WIND_M_S[strength] ?? 0);
  return { toward_rad, strength, east_m_s: speed * Math.sin(toward_rad), north_m_s: speed * Math.cos(toward_rad) };
}

export class Sock {
  readonly mesh: InstancedMesh;
  private readonly at = new Matrix4();
  private readonly step = new Matrix4();
  private toward_rad = 0;
  private sag_rad: number = SAG_RAD[0];

  constructor() {
    const ring = new CylinderGeometry(1, 1.16, LONG_M, 14, 1, true).rotateX(-Math.PI / 2).translate(0, 0, -LONG_M / 2);
    this.mesh = new InstancedMesh(ring, new MeshLambertMaterial({ side: DoubleSide }), RINGS);
    const red = new Color(0xd8432e);
    const white = new Color(0xf5f3ee);
    for (let n = 0; n < RINGS; n += 1) this.mesh.setColorAt(n, n % 2 ? white : red);
    this.mesh.frustumCulled = false;
  }

  frame(mast: Vector3, blown: Blown, time_s: number, passed_s: number): void {
    const turn = Math.atan2(Math.sin(blown.toward_rad - this.toward_rad), Math.cos(blown.toward_rad - this.toward_rad));
    this.toward_rad += turn * Math.min(1, passed_s * 1.5);
    this.sag_rad += ((SAG_RAD[blown.strength] ?? 0) - this.sag_rad) * Math.min(1, passed_s * 1.5);
    const restless = 0.03 + 0.05 * blown.strength;
    this.at.makeRotationY(-this.toward_rad + restless * Math.sin(time_s * 1.7));
    this.at.setPosition(mast);
    this.at.multiply(this.step.makeTranslation(0, 0, -0.25));
    for (let n = 0; n < RINGS; n += 1) {
      const wave = restless * Math.sin(time_s * (3 + blown.strength) - n * 1.1);
      this.at.multiply(this.step.makeRotationX(n === 0 ? -this.sag_rad * 0.72 + wave : -this.sag_rad * 0.07 + wave));
      const wide = 0.46 * (1 - (0.5 * n) / RINGS);
      this.step.copy(this.at);
      this.step.scale(widths.set(wide, wide, 1));
      this.mesh.setMatrixAt(n, this.step);
      this.at.multiply(this.step.makeTranslation(0, 0, -LONG_M));
    }
    this.mesh.instanceMatrix.needsUpdate = true;
  }
}

