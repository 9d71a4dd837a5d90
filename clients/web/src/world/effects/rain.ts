/** Rain: streaks in a box that goes with the eye. */
import { type Box3, BufferAttribute, BufferGeometry, LineSegments, ShaderMaterial, Vector3 } from "three";
import { scatter } from "./grain";

const DROPS = 3000;
const BOX_M = 22;
const ROOFS = 4;

const VERTEX = `
attribute float end;
uniform vec3 eye;
uniform vec3 fall;
uniform vec3 fallen;
uniform vec3 low[${ROOFS}];
uniform vec3 high[${ROOFS}];
varying float vStrength;
void main() {
  vec3 at = mod(position + fallen - eye, ${BOX_M.toFixed(1)}) - ${(BOX_M / 2).toFixed(1)} + eye;
  at -= fall * end * 0.06;
  // Near streaks are plain, far ones a veil; none hangs before the lens.
  float away = distance(at, eye);
  vStrength = (1.0 - 0.75 * end) * smoothstep(0.4, 1.2, away) * mix(0.62, 0.26, smoothstep(2.0, 11.0, away));
  for (int n = 0; n < ${ROOFS}; n += 1) {
    if (all(greaterThan(at, low[n])) && all(lessThan(at, high[n]))) vStrength = 0.0;
  }
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = `
uniform float brightness;
varying float vStrength;
void main() {
  gl_FragColor = vec4(vec3(0.86, 0.91, 0.95) * brightness, vStrength);
}`;

export class Rain {
  readonly lines: LineSegments;
  private readonly eye = new Vector3();
  private readonly fall = new Vector3(0, -9, 0);
  /** The way of a drop so far, within the box: a wind that turns must not make all of them leap. */
  private readonly fallen = new Vector3();
  private readonly low = Array.from({ length: ROOFS }, () => new Vector3());
  private readonly high = Array.from({ length: ROOFS }, () => new Vector3());
  private readonly material: ShaderMaterial;

  constructor() {
    const at = new Float32Array(DROPS * 6);
    const end = new Float32Array(DROPS * 2);
    const chance = scatter(77);
    for (let n = 0; n < DROPS; n += 1) {
      for (let axis = 0; axis < 3; axis += 1) at[n * 6 + axis] = at[n * 6 + 3 + axis] = chance() * BOX_M;
      end[n * 2 + 1] = 1;
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(at, 3));
    geometry.setAttribute("end", new BufferAttribute(end, 1));
    this.material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      uniforms: {
        eye: { value: this.eye },
        fall: { value: this.fall },
        fallen: { value: this.fallen },
        brightness: { value: 1 },
        low: { value: this.low },
        high: { value: this.high },
      },
    });
    this.lines = new LineSegments(geometry, this.material);
    this.lines.frustumCulled = false;
    this.lines.renderOrder = 20;
    this.lines.visible = false;
  }

  /** Under an open roof nothing falls. */
  shelter(roofs: readonly Box3[]): void {
    roofs.slice(0, ROOFS).forEach(({ min, max }, n) => {
      this.low[n]?.copy(min);
      this.high[n]?.copy(max);
    });
  }

  frame(eye: Vector3, passed_s: number, windEast: number, windNorth: number, brightness: number): void {
    if (!this.lines.visible) return;
    this.eye.copy(eye);
    this.fall.set(windEast * 0.7, -9, -windNorth * 0.7);
    this.fallen.addScaledVector(this.fall, passed_s);
    for (const axis of ["x", "y", "z"] as const) this.fallen[axis] %= BOX_M;
    (this.material.uniforms["brightness"] as { value: number }).value = 0.35 + 0.65 * brightness;
  }
}
