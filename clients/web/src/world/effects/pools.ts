/** Pools: the film on a bund's floor and the foam on it; a tank's liquid that comes over the rim. */
import {
  Color,
  CylinderGeometry,
  FrontSide,
  Group,
  type IUniform,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  UniformsLib,
  UniformsUtils,
  Vector2,
} from "three";
import { runsOver, type Scene, type Site } from "@/scene/scene";
import { reachOf, sourceOf } from "./film";
import { noise } from "./grain";

const VERTEX = `
varying vec2 vUv;
varying vec3 vAt;
#include <fog_pars_vertex>
void main() {
  vUv = uv;
  vec4 at = modelMatrix * vec4(position, 1.0);
  vAt = at.xyz;
  vec4 mvPosition = viewMatrix * at;
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}`;

const END = `
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  #include <fog_fragment>
}`;

const FILM = `
uniform sampler2D noise;
uniform vec2 source;
uniform float reach;
uniform float foam;
uniform float time;
uniform float brightness;
uniform vec3 sky;
varying vec2 vUv;
varying vec3 vAt;
#include <fog_pars_fragment>
void main() {
  vec2 at = vAt.xz;
  float broad = texture2D(noise, at * 0.021).r;
  float away = distance(at, source) + (broad - 0.5) * 7.0;
  float wet = 1.0 - smoothstep(reach - 0.4, reach + 0.15, away);
  if (wet < 0.01) discard;
  vec2 ripple = vec2(texture2D(noise, at * 0.11 + time * 0.016).r, texture2D(noise, at * 0.13 - time * 0.013).r) - 0.5;
  vec3 way = normalize(cameraPosition - vAt);
  float flat_ = clamp(way.y + ripple.x * 0.25, 0.0, 1.0);
  float mirror = mix(0.8, 0.06, pow(flat_, 0.35));
  float bands = texture2D(noise, at * 0.035 + ripple * 0.15).r * 22.0 + flat_ * 9.0;
  vec3 sheen = 0.5 + 0.5 * cos(bands + vec3(0.0, 2.1, 4.2));
  vec3 liquid = vec3(0.062, 0.036, 0.008) * brightness;
  vec3 colour = mix(liquid, sky, mirror) + sheen * 0.022 * brightness * (1.0 - mirror);
  float rim = smoothstep(reach - 1.6, reach - 0.3, away);
  colour = mix(colour, vec3(0.62, 0.4, 0.06) * brightness, rim * 0.7);
  float lumps = texture2D(noise, at * 0.045 + 0.3).r * 0.75 + texture2D(noise, at * 0.09).a * 0.25;
  float cover = smoothstep(0.0, 0.05, foam * 1.12 - lumps) * step(0.01, foam);
  float bubbles = 0.82 + 0.36 * (texture2D(noise, at * 0.6).a - 0.5) + 0.3 * (lumps - 0.5);
  colour = mix(colour, vec3(0.93, 0.94, 0.92) * bubbles * mix(brightness, 1.0, 0.1), cover);
  gl_FragColor = vec4(colour, wet * mix(0.93, 1.0, cover));
${END}`;

const FALL = `
uniform sampler2D noise;
uniform float flow;
uniform float time;
uniform float brightness;
varying vec2 vUv;
varying vec3 vAt;
#include <fog_pars_fragment>
void main() {
  float down = 1.0 - vUv.y;
  float speed = time * 0.85;
  float wide = texture2D(noise, vec2(vUv.x * 7.0, vUv.y * 0.16 + speed * 0.3)).r;
  float thin = texture2D(noise, vec2(vUv.x * 13.0, vUv.y * 0.22 + speed * 0.5)).a;
  float curtain = texture2D(noise, vec2(vUv.x * 2.0, 0.37)).r;
  float here = smoothstep(0.62 - 0.5 * flow, 0.75 - 0.3 * flow, curtain * 0.5 + wide * 0.35 + thin * 0.3);
  float shine = smoothstep(0.45, 0.7, thin);
  float foot = smoothstep(0.8, 1.0, down);
  vec3 colour = mix(vec3(0.62, 0.55, 0.34), vec3(0.97, 0.96, 0.9), max(shine * 0.85, foot * 0.7)) * brightness;
  float alpha = here * mix(0.55, 0.95, shine) + foot * 0.35 * here;
  alpha = max(alpha, 0.28 * smoothstep(0.3, 0.5, curtain + 0.2 * flow));
  gl_FragColor = vec4(colour, clamp(alpha, 0.0, 0.95));
${END}`;

function shader(fragment: string, uniforms: Record<string, IUniform>): ShaderMaterial {
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: fragment,
    transparent: true,
    depthWrite: false,
    fog: true,
    side: FrontSide,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    uniforms: UniformsUtils.merge([UniformsLib.fog, { noise: { value: null }, time: { value: 0 }, brightness: { value: 1 } }, uniforms]),
  });
  (material.uniforms["noise"] as IUniform).value = noise();
  return material;
}

const SPREAD_PER_S = 0.6; // a film that grew goes there within a few seconds, it does not jump

interface Film {
  mesh: Mesh;
  material: ShaderMaterial;
  from: readonly [number, number] | undefined;
  share: number;
  reach_m: number;
  wished_m: number;
  foam: number;
}

export class Pools {
  readonly group = new Group();
  private readonly films = new Map<string, Film>();
  private readonly falls = new Map<string, { mesh: Mesh; material: ShaderMaterial }>();

  constructor(private readonly site: Site) {
    for (const bund of site.bunds) {
      const material = shader(FILM, {
        source: { value: new Vector2() },
        reach: { value: 0 },
        foam: { value: 0 },
        sky: { value: new Color() },
      });
      const flat = new PlaneGeometry(bund.x1_m - bund.x0_m - 0.4, bund.y1_m - bund.y0_m - 0.4).rotateX(-Math.PI / 2);
      const mesh = new Mesh(flat, material);
      mesh.position.set((bund.x0_m + bund.x1_m) / 2, 0.16, -(bund.y0_m + bund.y1_m) / 2);
      mesh.visible = false;
      mesh.renderOrder = 1;
      this.films.set(bund.id, { mesh, material, from: undefined, share: 0, reach_m: 0, wished_m: 0, foam: 0 });
      this.group.add(mesh);
    }
    for (const tank of site.tanks) {
      const material = shader(FALL, { flow: { value: 0 } });
      const radius_m = tank.diameter_m / 2;
      const shell = new CylinderGeometry(radius_m + 0.3, radius_m + 0.75, tank.rim_m + 0.5, 64, 1, true);
      const mesh = new Mesh(shell, material);
      mesh.position.set(tank.x_m, tank.rim_m / 2 + 0.25, -tank.y_m);
      mesh.visible = false;
      mesh.renderOrder = 2;
      this.falls.set(tank.id, { mesh, material });
      this.group.add(mesh);
    }
  }

  show(scene: Scene): void {
    for (const [id, fall] of this.falls) {
      const shown = scene.tanks.find((one) => one.id === id);
      const spill_kg_s = shown && runsOver(this.site, shown) ? shown.spill_kg_s : 0;
      fall.mesh.visible = spill_kg_s > 0;
      (fall.material.uniforms["flow"] as IUniform).value = scene.seat ? 0.75 : flowOf(spill_kg_s);
    }
    for (const bund of this.site.bunds) {
      const film = this.films.get(bund.id) as Film;
      const shown = scene.bunds.find((one) => one.id === bund.id);
      const share = shown?.share ?? 0;
      film.foam = shown?.foam ?? 0;
      if (share <= 0) {
        film.mesh.visible = false;
        film.share = film.reach_m = 0;
        continue;
      }
      const from = sourceOf(bund, scene, this.site, film.from);
      if (share !== film.share || from[0] !== film.from?.[0] || from[1] !== film.from[1]) {
        film.wished_m = reachOf(bund, this.site, from[0], from[1], share);
        if (!film.mesh.visible) film.reach_m = film.wished_m;
        film.from = from;
        film.share = share;
        ((film.material.uniforms["source"] as IUniform).value as Vector2).set(from[0], -from[1]);
      }
      film.mesh.visible = true;
    }
  }

  frame(time_s: number, passed_s: number, brightness: number, sky: Color): void {
    for (const { mesh, material } of this.falls.values()) if (mesh.visible) lit(material, time_s, brightness);
    for (const film of this.films.values()) {
      if (!film.mesh.visible) continue;
      lit(film.material, time_s, brightness);
      film.reach_m += (film.wished_m - film.reach_m) * Math.min(1, passed_s * SPREAD_PER_S);
      const { reach, foam, sky: over } = film.material.uniforms;
      (reach as IUniform).value = film.reach_m;
      const covered = foam as IUniform;
      covered.value += (film.foam - covered.value) * Math.min(1, passed_s);
      ((over as IUniform).value as Color).copy(sky);
    }
  }

  /** Where the film of a bund came down and how far it goes; undefined = the bund is dry. */
  spreadOf(id: string): { from: readonly [number, number]; reach_m: number; share: number } | undefined {
    const film = this.films.get(id);
    return film?.from && film.share > 0 ? { from: film.from, reach_m: film.wished_m, share: film.share } : undefined;
  }
}

/** How much of the shell runs, of what pours over. */
export function flowOf(spill_kg_s: number): number {
  return Math.min(1, 0.35 + spill_kg_s / 250);
}

function lit(material: ShaderMaterial, time_s: number, brightness: number): void {
  (material.uniforms["time"] as IUniform).value = time_s;
  (material.uniforms["brightness"] as IUniform).value = brightness;
}
