/** Rain: streaks in a box that goes with the eye. */
import { BufferAttribute, BufferGeometry, LineSegments, ShaderMaterial, Vector3 } from "three";
import { scatter } from "./grain";

const DROPS = 900;
const BOX_M = 26;

const VERTEX = `
attribute float end;
uniform vec3 eye;
uniform vec3 fall;
uniform float time;
varying float vEnd;
void main() {
  vec3 at = mod(position + fall * time - eye, ${BOX_M.toFixed(1)}) - ${(BOX_M / 2).toFixed(1)} + eye;
  at -= fall * end * 0.045;
  vEnd = end;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = `
uniform float brightness;
varying float vEnd;
void main() {
  gl_FragColor = vec4(vec3(0.8, 0.86, 0.9) * brightness, 0.3 * (1.0 - vEnd));
}`;

export class Rain {
  readonly lines: LineSegments;
  private readonly eye = new Vector3();
  private readonly fall = new Vector3(0, -9, 0);
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
      uniforms: { eye: { value: this.eye }, fall: { value: this.fall }, time: { value: 0 }, brightness: { value: 1 } },
    });
    this.lines = new LineSegments(geometry, this.material);
    this.lines.frustumCulled = false;
    this.lines.renderOrder = 20;
    this.lines.visible = false;
  }

  frame(eye: Vector3, time_s: number, windEast: number, windNorth: number, brightness: number): void {
    if (!this.lines.visible) return;
    this.eye.copy(eye);
    this.fall.set(windEast * 0.7, -9, -windNorth * 0.7);
    (this.material.uniforms["time"] as { value: number }).value = time_s;
    (this.material.uniforms["brightness"] as { value: number }).value = 0.35 + 0.65 * brightness;
  }
}
