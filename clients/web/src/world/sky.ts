/** Sky: dome, sun or moon, light of the air, haze. */
import {
  BackSide,
  Color,
  DirectionalLight,
  FogExp2,
  HemisphereLight,
  Mesh,
  MeshLambertMaterial,
  Path,
  type Scene as Scene3d,
  ShaderMaterial,
  Shape,
  ShapeGeometry,
  SphereGeometry,
  SpotLight,
  Vector2,
  Vector3,
} from "three";
import { hazeOf, lightOf, type Weather } from "./weather";

const MOUTH_M = 1.1;
const SUN_AT = new Vector3(-0.45, 0.62, 0.42).normalize();

const VERTEX = `
varying vec3 vAt;
void main() {
  vAt = position;
  vec4 at = projectionMatrix * mat4(mat3(modelViewMatrix)) * vec4(position, 1.0);
  gl_Position = at.xyww;
}`;

const FRAGMENT = `
varying vec3 vAt;
uniform vec3 zenith;
uniform vec3 horizon;
uniform vec3 sun;
uniform vec3 sunAt;
uniform float stars;
uniform float clear;
float spot(vec3 p) {
  return fract(sin(dot(p, vec3(127.1, 311.7, 74.7))) * 43758.5453);
}
void main() {
  vec3 way = normalize(vAt);
  float up = max(way.y, 0.0);
  vec3 colour = mix(horizon, zenith, pow(up, 0.55) * mix(0.35, 1.0, clear));
  float near = max(dot(way, sunAt), 0.0);
  colour += sun * clear * (pow(near, 900.0) * 3.0 + pow(near, 10.0) * 0.12);
  if (stars > 0.0 && up > 0.03) {
    float one = spot(floor(way * 190.0));
    colour += stars * step(0.9988, one) * up * vec3(0.75, 0.8, 0.9);
  }
  gl_FragColor = vec4(colour, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

const TORCH_CD = 26;
const GROUND_M = 1500;
const LAND = 0x7f8a69;
const WET_LAND = 0x707a5d;

export class Sky {
  /** What everyone carries by night, for an eye that is somebody's. */
  readonly torch = new SpotLight(0xfff2dc, 0, 70, 0.5, 1, 0.65);
  readonly sun = new DirectionalLight();
  readonly fog = new FogExp2(0xffffff, 0.002);
  private readonly land = new MeshLambertMaterial();
  private readonly air = new HemisphereLight();
  private readonly dome: ShaderMaterial;
  private weather: Weather = { night: false, fog: false, rain: false };
  private watched = false;
  private light = lightOf(this.weather, false);

  constructor(
    into: Scene3d,
    shadows: boolean,
    mouths: readonly { x_m: number; y_m: number }[] = [],
  ) {
    this.dome = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      side: BackSide,
      depthWrite: false,
      uniforms: {
        zenith: { value: new Color() },
        horizon: { value: new Color() },
        sun: { value: new Color() },
        sunAt: { value: SUN_AT },
        stars: { value: 0 },
        clear: { value: 1 },
      },
    });
    const dome = new Mesh(new SphereGeometry(1, 32, 16), this.dome);
    dome.frustumCulled = false;
    dome.renderOrder = -10;
    this.sun.position.copy(SUN_AT).multiplyScalar(400).add(new Vector3(60, 0, -30));
    this.sun.target.position.set(60, 0, -30);
    if (shadows) this.cast();
    into.fog = this.fog;
    // Land beyond what the model holds, down to where the haze takes it.
    const land = new Mesh(landWith(mouths), this.land);
    land.position.y = -0.4;
    this.torch.position.set(0.15, -0.12, 0);
    this.torch.target.position.set(0.1, -0.2, -1);
    into.add(dome, land, this.sun, this.sun.target, this.air);
    this.show(this.weather);
  }

  /** How bright things are that no light falls on: 1 = day. */
  get brightness(): number {
    return this.light.bright;
  }

  show(weather: Weather): void {
    this.weather = weather;
    const light = (this.light = lightOf(weather, this.watched));
    this.land.color.set(weather.rain ? WET_LAND : LAND);
    this.sun.color.set(light.sun);
    this.sun.intensity = light.sunPower;
    this.air.color.set(light.sky);
    this.air.groundColor.set(light.ground);
    this.air.intensity = light.skyPower;
    this.fog.color.set(light.horizon);
    const { zenith, horizon, sun, stars, clear } = this.dome.uniforms as Record<string, { value: unknown }>;
    (zenith?.value as Color).set(light.zenith);
    (horizon?.value as Color).set(light.horizon);
    (sun?.value as Color).set(light.sun).multiplyScalar(weather.night ? 0.25 : 1);
    (stars as { value: number }).value = light.stars;
    (clear as { value: number }).value = weather.fog || weather.rain ? 0 : 1;
  }

  /** Haze by how high the eye is; light by whose it is. */
  frame(eye_m: number, somebodys: boolean): void {
    if (this.watched === somebodys) {
      this.watched = !somebodys;
      this.show(this.weather);
    }
    this.torch.intensity = somebodys && this.weather.night ? TORCH_CD : 0;
    this.fog.density = hazeOf(this.weather, eye_m, this.watched);
  }

  private cast(): void {
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(2048, 2048);
    this.sun.shadow.bias = -0.0004;
    this.sun.shadow.normalBias = 0.6;
    const box = this.sun.shadow.camera;
    box.left = box.bottom = -190;
    box.right = box.top = 190;
    box.near = 50;
    box.far = 800;
    this.sun.shadow.autoUpdate = false;
    this.sun.shadow.needsUpdate = true;
  }
}

/** A disc about the plants, open where one looks down into a pit. */
function landWith(mouths: readonly { x_m: number; y_m: number }[]): ShapeGeometry {
  const disc = new Shape().absarc(60, 30, GROUND_M, 0, 2 * Math.PI);
  for (const { x_m, y_m } of mouths) {
    const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
    disc.holes.push(new Path(corners.map(([x, y]) => new Vector2(x_m + (x * MOUTH_M) / 2, y_m + (y * MOUTH_M) / 2))));
  }
  return new ShapeGeometry(disc, 48).rotateX(-Math.PI / 2);
}
