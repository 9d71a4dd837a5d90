/** Panel: a board with lines and keys, drawn once into a texture when what it says changes. One draw call. */
import { CanvasTexture, type Intersection, Mesh, MeshBasicMaterial, PlaneGeometry, type Ray, Raycaster, SRGBColorSpace, Vector3 } from "three";

/** id: of a key; "" = it cannot be pressed. mark: as text has it. */
export interface Row {
  text: string;
  id?: string;
  kind?: "title" | "big" | "quiet" | "urgent" | "wide";
  /** 0..1: a bar below the text. */
  share?: number;
}

/** columns: of keys side by side. clear: no ground behind the lines but a shade. touched: may be pressed by a finger. */
export interface PanelShape {
  wide_m: number;
  high_m: number;
  px_m?: number;
  columns?: number;
  line_px?: number;
  clear?: boolean;
}

interface Spot {
  id: string;
  x: number;
  y: number;
  wide: number;
  high: number;
}

const FINGER_M = 0.025;
const REARM_M = 0.06;
const GAP = 8;

export class Panel {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly canvas = document.createElement("canvas");
  private readonly pen: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly line: number;
  private spots: Spot[] = [];
  private told = "";
  private rows: readonly Row[] = [];
  private readonly lit = new Map<string, string>();
  private readonly fingers = new Map<string, boolean>();

  constructor(private readonly shape: PanelShape) {
    const px_m = shape.px_m ?? 1200;
    this.canvas.width = Math.round(shape.wide_m * px_m);
    this.canvas.height = Math.round(shape.high_m * px_m);
    this.line = shape.line_px ?? 40;
    this.pen = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = this.texture.magFilter;
    const material = new MeshBasicMaterial({ map: this.texture, transparent: true, fog: false, toneMapped: false });
    this.mesh = new Mesh(new PlaneGeometry(shape.wide_m, shape.high_m), material);
    this.mesh.renderOrder = 40;
  }

  get visible(): boolean {
    return this.mesh.visible;
  }

  set visible(shown: boolean) {
    this.mesh.visible = shown;
  }

  /** For how many lines of keys there is room. */
  lines(): number {
    return Math.floor((this.canvas.height - 2 * GAP) / (this.line * 1.7 + GAP));
  }

  show(rows: readonly Row[]): void {
    const told = JSON.stringify(rows);
    if (told === this.told) return;
    this.told = told;
    this.rows = rows;
    this.draw();
  }

  /** Where a ray meets the panel: how far, and the key there ("" = none). */
  hit(ray: Ray): { away_m: number; id: string } | null {
    if (!shownIn(this.mesh)) return null;
    caster.ray.copy(ray);
    found.length = 0;
    caster.intersectObject(this.mesh, false, found);
    const first = found[0];
    if (!first?.uv) return null;
    return { away_m: first.distance, id: this.keyAt(first.uv.x, first.uv.y) };
  }

  /** The key that somebody's ray points at is framed; "" = none any more. */
  light(whose: string, id: string): void {
    if ((this.lit.get(whose) ?? "") === id) return;
    this.lit.set(whose, id);
    this.draw();
  }

  /** A finger goes through a key: its id, once; else "". whose: fingers press each for itself. */
  touch(whose: string, tip: Vector3): string {
    if (!shownIn(this.mesh)) return "";
    at.copy(tip);
    this.mesh.worldToLocal(at);
    const { wide_m, high_m } = this.shape;
    const inside = Math.abs(at.x) < wide_m / 2 && Math.abs(at.y) < high_m / 2;
    const was = this.fingers.get(whose) ?? false;
    if (!inside || Math.abs(at.z) > REARM_M) this.fingers.set(whose, false);
    if (!inside || Math.abs(at.z) > FINGER_M || was) return "";
    this.fingers.set(whose, true);
    return this.keyAt(at.x / wide_m + 0.5, at.y / high_m + 0.5);
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private keyAt(u: number, v: number): string {
    const x = u * this.canvas.width;
    const y = (1 - v) * this.canvas.height;
    const on = this.spots.find((one) => x >= one.x && x <= one.x + one.wide && y >= one.y && y <= one.y + one.high);
    return on?.id ?? "";
  }

  private draw(): void {
    const { pen, canvas } = this;
    const ink = inks();
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = this.shape.clear ? "transparent" : ink.panel;
    pen.beginPath();
    pen.roundRect(1, 1, canvas.width - 2, canvas.height - 2, 18);
    pen.fill();
    if (!this.shape.clear) {
      pen.strokeStyle = ink.line;
      pen.lineWidth = 3;
      pen.stroke();
    }
    this.spots = [];
    const columns = this.shape.columns ?? 1;
    const wide = (canvas.width - GAP * (columns + 1)) / columns;
    let y = GAP;
    let column = 0;
    for (const row of this.rows) {
      const whole = !row.id || row.kind === "wide" || columns === 1;
      if (whole && column > 0) {
        column = 0;
        y += this.line * 1.7 + GAP;
      }
      const x = GAP + (whole ? 0 : column * (wide + GAP));
      const high = this.drawRow(row, x, y, whole ? canvas.width - 2 * GAP : wide, ink);
      if (!whole && column + 1 < columns) column += 1;
      else {
        column = 0;
        y += high + GAP;
      }
    }
    this.texture.needsUpdate = true;
  }

  private drawRow(row: Row, x: number, y: number, wide: number, ink: Inks): number {
    const { pen } = this;
    const big = row.kind === "big" || row.kind === "title" ? 1.25 : 1;
    const size = this.line * big;
    const high = row.id ? this.line * 1.7 : size * 1.3;
    if (row.id) {
      const lit = [...this.lit.values()].includes(row.id);
      this.spots.push({ id: row.id, x, y, wide, high });
      pen.fillStyle = lit ? ink.soft : ink.ground;
      pen.strokeStyle = lit ? ink.accent : ink.line;
      pen.lineWidth = lit ? 6 : 2;
      pen.beginPath();
      pen.roundRect(x, y, wide, high, 10);
      pen.fill();
      pen.stroke();
    } else if (this.shape.clear && row.text) {
      pen.fillStyle = ink.shade;
      pen.beginPath();
      pen.roundRect(x, y, wide, high, 10);
      pen.fill();
    }
    if (row.share !== undefined) {
      pen.fillStyle = ink.accent;
      pen.fillRect(x + 4, y + high - 8, (wide - 8) * Math.max(0, Math.min(1, row.share)), 6);
    }
    const clear = this.shape.clear && !row.id;
    pen.fillStyle = row.kind === "urgent" ? (clear ? ink.badOnShade : ink.bad) : row.kind === "quiet" ? ink.quiet : clear ? "#ffffff" : ink.text;
    pen.font = `${row.kind === "title" || row.kind === "urgent" ? 600 : 400} ${size}px ${FONT}`;
    pen.textBaseline = "middle";
    pen.fillText(fitted(pen, row.text, wide - 24), x + 12, y + high / 2 + 1);
    return high;
  }
}

const caster = new Raycaster();
const found: Intersection[] = [];
const at = new Vector3();
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

interface Inks {
  panel: string;
  ground: string;
  line: string;
  text: string;
  quiet: string;
  accent: string;
  soft: string;
  bad: string;
  shade: string;
  badOnShade: string;
}

/** The colours of the screens, as the theme has them. */
function inks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--y-${name}`).trim() || "#808080";
  return {
    panel: of("panel"),
    ground: of("ground"),
    line: of("line"),
    text: of("text"),
    quiet: of("quiet"),
    accent: of("accent"),
    soft: of("accent-soft"),
    bad: of("bad"),
    shade: "rgba(10, 14, 16, 0.72)",
    badOnShade: "#ffb4ab",
  };
}

/** Cut to the width, with an ellipsis. */
function fitted(pen: CanvasRenderingContext2D, text: string, wide: number): string {
  if (pen.measureText(text).width <= wide) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measureText(`${text.slice(0, middle)}…`).width <= wide) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}

function shownIn(mesh: Mesh): boolean {
  for (let node: Mesh["parent"] | Mesh = mesh; node; node = node.parent) if (!node.visible) return false;
  return true;
}
