/** Cloud: vapour as it truly is, for staff: each puff a low dome, thicker the more vapour it holds. */
import {
  DoubleSide,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  ShaderMaterial,
  SphereGeometry,
} from "three";
import type { Puff } from "@/scene/scene";

const MOST = 160;
const LOWEST_M = 0.8;
/** Petrol vapour at its lower limit, about 1.4 % by volume of 3 kg/m3. Training assumption 训练假设, for colour alone. */
const LIMIT_KG_M3 = 0.045;

const VERTEX = `
attribute float rich;
varying vec3 vAt;
varying vec3 vEye;
varying float vRich;
void main() {
  vec4 at = instanceMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * modelViewMatrix * at;
  vAt = position;
  vEye = (inverse(instanceMatrix) * vec4(cameraPosition, 1.0)).xyz;
  vRich = rich;
}`;

const FRAGMENT = `
varying vec3 vAt;
varying vec3 vEye;
varying float vRich;
void main() {
  vec3 way = normalize(vAt - vEye);
  float along = dot(vAt, way);
  float away2 = dot(vAt, vAt) - along * along;
  float thick = clamp(1.0 - away2, 0.0, 1.0);
  vec3 lean = vec3(0.98, 0.86, 0.35);
  vec3 full = vec3(0.86, 0.2, 0.55);
  vec3 colour = mix(lean, full, smoothstep(0.5, 1.4, vRich));
  float alpha = 1.0 - exp(-thick * (0.16 + 0.55 * min(vRich, 2.0)));
  // It is a measure and no sight: its rim is drawn, and neither night nor fog hides it.
  float rim = smoothstep(0.0, 0.05, thick) * (1.0 - smoothstep(0.05, 0.22, thick));
  gl_FragColor = vec4(mix(colour, vec3(1.0, 0.97, 0.8), 0.25 * rim), max(alpha * 0.62, 0.2 * rim));
  #include <colorspace_fragment>
}`;

/** Vapour of a puff against its lower limit of ignition: 1 = just ignitable. A round dome of radius and height. */
export function richness(puff: Puff): number {
  const volume_m3 = (2 / 3) * Math.PI * puff.radius_m * puff.radius_m * Math.max(0.1, puff.height_m);
  return puff.vapour_kg / volume_m3 / LIMIT_KG_M3;
}

export class CloudDrawn {
  readonly mesh: InstancedMesh;
  private wished = true;
  private readonly rich = new InstancedBufferAttribute(new Float32Array(MOST), 1);
  private readonly at = new Matrix4();

  constructor() {
    const dome = new SphereGeometry(1, 20, 8, 0, 2 * Math.PI, 0, Math.PI / 2);
    dome.setAttribute("rich", this.rich);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
      forceSinglePass: true,
    });
    this.mesh = new InstancedMesh(dome, material, MOST);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 7;
    this.mesh.count = 0;
  }

  set shown(wished: boolean) {
    this.wished = wished;
    this.mesh.visible = wished && this.mesh.count > 0;
  }

  show(puffs: readonly Puff[]): void {
    const count = Math.min(MOST, puffs.length);
    for (let n = 0; n < count; n += 1) {
      const puff = puffs[n] as Puff;
      this.at.makeScale(puff.radius_m, Math.max(LOWEST_M, puff.height_m), puff.radius_m);
      this.at.setPosition(puff.x_m, 0.05, -puff.y_m);
      this.mesh.setMatrixAt(n, this.at);
      this.rich.setX(n, richness(puff));
    }
    this.mesh.count = count;
    this.shown = this.wished;
    this.mesh.instanceMatrix.needsUpdate = true;
    this.rich.needsUpdate = true;
  }
}
