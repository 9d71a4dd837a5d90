/** Labels: who a figure is. Of one size on the screen, drawn once a text. */
import { type Camera, CanvasTexture, Group, SRGBColorSpace, Sprite, SpriteMaterial, Vector3 } from "three";
import type { Actor } from "./cast";

const MOST = 16;
const PX = 48;
const APART_X = 0.1;
const APART_Y = 0.074;
const HIGH_NDC = 0.067; // of a label, in the upright of the canvas
const LOW = new Set(["down", "face_down", "sitting"]);
const eye = new Vector3();

export class Labels {
  readonly group = new Group();
  private readonly sprites: Sprite[] = [];
  private readonly spots: Vector3[] = [];
  private readonly materials = new Map<string, SpriteMaterial>();

  constructor(private readonly nameOf: (seat: string) => string) {}

  frame(actors: readonly Actor[], camera: Camera, inHead: boolean): void {
    eye.setFromMatrixPosition(camera.matrixWorld);
    let n = 0;
    for (const actor of actors) {
      if ((actor.kind !== "person" && actor.kind !== "casualty") || n >= MOST) continue;
      const { x_m, y_m } = actor.track;
      if (inHead && actor.kind === "person" && Math.hypot(x_m - eye.x, y_m + eye.z) < 0.5) continue;
      const sprite = this.sprite(n);
      const material = this.material(this.nameOf(actor.id));
      if (sprite.material !== material) {
        sprite.material = material;
        const { width, height } = (material.map as CanvasTexture).image as HTMLCanvasElement;
        sprite.scale.set((0.045 * width) / height, 0.045, 1);
      }
      sprite.position.set(x_m, actor.height_m + (LOW.has(actor.posture) ? 0.9 : 2.1), -y_m);
      sprite.visible = true;
      this.raise(sprite, n, camera);
      n += 1;
    }
    for (; n < this.sprites.length; n += 1) (this.sprites[n] as Sprite).visible = false;
  }

  /** Over the labels that it would cover: seen from far off, a crew is a stack. */
  private raise(sprite: Sprite, n: number, camera: Camera): void {
    const spot = (this.spots[n] ??= new Vector3());
    spot.copy(sprite.position).project(camera);
    let up = 0;
    for (let other = 0; other < n; other += 1) {
      const taken = this.spots[other] as Vector3;
      if (Math.abs(taken.x - spot.x) >= APART_X || Math.abs(taken.y - spot.y - up * APART_Y) >= APART_Y * 0.95) continue;
      up = (taken.y - spot.y) / APART_Y + 1;
      other = -1; // higher up it may cover another one: look through all again
    }
    spot.y += up * APART_Y;
    sprite.center.set(0.5, -up * APART_Y / HIGH_NDC);
  }

  private sprite(n: number): Sprite {
    let sprite = this.sprites[n];
    if (!sprite) {
      sprite = new Sprite();
      sprite.center.set(0.5, 0);
      sprite.renderOrder = 30;
      this.sprites[n] = sprite;
      this.group.add(sprite);
    }
    return sprite;
  }

  private material(text: string): SpriteMaterial {
    let material = this.materials.get(text);
    if (!material) {
      material = new SpriteMaterial({ map: written(text), sizeAttenuation: false, depthTest: false, fog: false });
      material.toneMapped = false;
      this.materials.set(text, material);
    }
    return material;
  }
}

export function written(text: string): CanvasTexture {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const font = `600 ${PX * 0.62}px system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
  canvas.height = PX;
  if (pen) {
    pen.font = font;
    canvas.width = Math.ceil(pen.measureText(text).width + PX * 0.6);
    pen.font = font;
    pen.fillStyle = "rgba(18,24,27,0.82)";
    pen.beginPath();
    pen.roundRect(0, 0, canvas.width, PX, PX / 4);
    pen.fill();
    pen.fillStyle = "#ffffff";
    pen.textBaseline = "middle";
    pen.textAlign = "center";
    pen.fillText(text, canvas.width / 2, PX * 0.53);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
