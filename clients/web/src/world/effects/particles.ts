/** Particles: tufts that are born, drift and fade, worked by the graphics card alone. The list of their sources is
 * written when the scene changes; between that, a frame sets the time. */
import {
  Color,
  CustomBlending,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  NormalBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PlaneGeometry,
  ShaderMaterial,
  SrcAlphaFactor,
  UniformsLib,
  UniformsUtils,
  Vector2,
} from "three";
import { glow, puff } from "./grain";

/** colours: at birth, in the middle, at the end. grow: size at birth and end, times the size of a source. drift: share of
 * the wind that takes them along. glowing: shines by itself, else it dims by night. hides: how much of what is behind, 0..1,
 * where it glows. round: a plain glow in place of a tuft. tall: times as high as wide,
 * where it does not spin. born: share of its life until it is all there. */
export interface Look {
  most: number;
  colours: readonly [number, number, number];
  strength: number;
  grow: readonly [number, number];
  gravity_m_s2: number;
  drift: number;
  spin: number;
  glowing: boolean;
  hides?: number;
  round?: boolean;
  tall?: number;
  born?: number;
  order: number;
}

const VERTEX = `
attribute vec3 from;
attribute vec3 speed;
attribute vec4 life;
uniform float time;
uniform float gravity;
uniform float drift;
uniform float spin;
uniform vec2 wind;
uniform vec2 grow;
uniform float tall;
varying vec2 vUv;
varying float vAge;
varying float vNear;
#include <fog_pars_vertex>
void main() {
  float age = fract(time / life.x + life.y);
  float t = age * life.x;
  vec3 at = from + speed * t;
  at.y = max(0.15, at.y - 0.5 * gravity * t * t);
  at.xz += wind * drift * t;
  float size = life.z * mix(grow.x, grow.y, age);
  float turn = tall > 1.0 ? 0.7 * (life.w - 0.5) : 6.2832 * life.w + spin * age * (life.w - 0.5);
  float c = cos(turn);
  float s = sin(turn);
  vec4 mvPosition = modelViewMatrix * vec4(at, 1.0);
  mvPosition.xy += mat2(c, s, -s, c) * position.xy * size * vec2(1.0, tall);
  gl_Position = projectionMatrix * mvPosition;
  vUv = uv;
  vAge = age;
  vNear = smoothstep(0.3, 2.5, -mvPosition.z);
  #include <fog_vertex>
}`;

const FRAGMENT = `
uniform sampler2D tuft;
uniform vec3 young;
uniform vec3 middle;
uniform vec3 old;
uniform float strength;
uniform float brightness;
uniform float hides;
uniform float born;
varying vec2 vUv;
varying float vAge;
varying float vNear;
#include <fog_pars_fragment>
void main() {
  vec4 grain = texture2D(tuft, vUv);
  vec3 colour = vAge < 0.5 ? mix(young, middle, vAge * 2.0) : mix(middle, old, vAge * 2.0 - 1.0);
  float fade = smoothstep(0.0, born, vAge) * (1.0 - smoothstep(0.55, 1.0, vAge));
  float alpha = grain.a * fade * strength * vNear;
  #ifdef GLOWING
    alpha *= exp(-fogDensity * fogDensity * vFogDepth * vFogDepth);
    gl_FragColor = vec4(colour * grain.r, 1.0);
    #include <colorspace_fragment>
    gl_FragColor = vec4(gl_FragColor.rgb * alpha, alpha * hides);
  #else
    gl_FragColor = vec4(colour * grain.r * brightness, alpha);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
    #include <fog_fragment>
  #endif
}`;

export class Particles {
  readonly mesh: Mesh;
  private readonly material: ShaderMaterial;
  private readonly geometry = new InstancedBufferGeometry();
  private readonly from: InstancedBufferAttribute;
  private readonly speed: InstancedBufferAttribute;
  private readonly life: InstancedBufferAttribute;
  private readonly wind = new Vector2();
  private count = 0;

  constructor(private readonly look: Look) {
    const quad = new PlaneGeometry(1, 1);
    this.geometry.index = quad.index;
    this.geometry.setAttribute("position", quad.getAttribute("position"));
    this.geometry.setAttribute("uv", quad.getAttribute("uv"));
    this.from = new InstancedBufferAttribute(new Float32Array(look.most * 3), 3);
    this.speed = new InstancedBufferAttribute(new Float32Array(look.most * 3), 3);
    this.life = new InstancedBufferAttribute(new Float32Array(look.most * 4), 4);
    this.geometry.setAttribute("from", this.from);
    this.geometry.setAttribute("speed", this.speed);
    this.geometry.setAttribute("life", this.life);
    this.material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      defines: look.glowing ? { GLOWING: 1 } : {},
      transparent: true,
      depthWrite: false,
      fog: true,
      blending: look.glowing ? CustomBlending : NormalBlending,
      blendSrc: look.glowing ? OneFactor : SrcAlphaFactor,
      blendDst: OneMinusSrcAlphaFactor,
      uniforms: UniformsUtils.merge([
        UniformsLib.fog,
        {
          time: { value: 0 },
          gravity: { value: look.gravity_m_s2 },
          drift: { value: look.drift },
          spin: { value: look.spin },
          wind: { value: new Vector2() },
          grow: { value: new Vector2(...look.grow) },
          tuft: { value: null },
          young: { value: new Color(look.colours[0]) },
          middle: { value: new Color(look.colours[1]) },
          old: { value: new Color(look.colours[2]) },
          strength: { value: look.strength },
          brightness: { value: 1 },
          tall: { value: look.tall ?? 1 },
          born: { value: look.born ?? 0.12 },
          hides: { value: look.hides ?? 0 },
        },
      ]),
    });
    this.set("tuft", look.round ? glow() : puff());
    this.set("wind", this.wind);
    this.mesh = new Mesh(this.geometry, this.material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = look.order;
    this.mesh.visible = false;
  }

  begin(): void {
    this.count = 0;
  }

  /** One tuft that is born again and again. Three's axes: x east, y up, z south. phase: of its life at the start, 0..1.
   * What is over the cap is left out. */
  add(x: number, y: number, z: number, vx: number, vy: number, vz: number, life_s: number, size_m: number, phase: number): void {
    if (this.count >= this.look.most) return;
    this.from.setXYZ(this.count, x, y, z);
    this.speed.setXYZ(this.count, vx, vy, vz);
    this.life.setXYZW(this.count, life_s, phase, size_m, (this.count * 0.618) % 1);
    this.count += 1;
  }

  done(): void {
    this.geometry.instanceCount = this.count;
    this.mesh.visible = this.count > 0;
    this.from.needsUpdate = this.speed.needsUpdate = this.life.needsUpdate = true;
  }

  frame(time_s: number, windEast: number, windNorth: number, brightness: number): void {
    if (!this.mesh.visible) return;
    this.set("time", time_s);
    this.wind.set(windEast, -windNorth);
    this.set("brightness", this.look.glowing ? 1 : brightness);
  }

  private set(name: string, value: unknown): void {
    (this.material.uniforms[name] as { value: unknown }).value = value;
  }
}
