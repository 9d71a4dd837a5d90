/** Belt: what one can wear hangs about the waist, gripped to put it on or take it off; a portable detector is gripped to
 * be carried, and shows its reading on its face. Drawn while one looks down, or while a hand carries something. */
import { type BufferGeometry, Group, Mesh, MeshLambertMaterial, Vector3 } from "three";
import { Solids } from "@/world/solids";
import { cellsOf } from "@/trainee/cells";
import type { Seat } from "@/trainee/seat";
import type { Hand } from "./hand";
import { Panel } from "./panel";
import words, { told } from "./words";

const WAIST = 0.53; // of the height of the head
const OUT_M = 0.3;
const SPREAD_RAD = 0.55;
const GRIP_M = 0.14;
const LOOKS_DOWN = -0.6;
const POUCH = { wide_m: 0.17, high_m: 0.09, px_m: 1600, line_px: 36 };
const FACE = { wide_m: 0.062, high_m: 0.05, px_m: 3000, line_px: 36 };
const DETECTOR = "portable";

interface Pouch {
  item: string;
  panel: Panel;
}

export class Belt {
  readonly group = new Group();
  readonly detector = new Mesh(detectorShape(), new MeshLambertMaterial({ vertexColors: true }));
  private readonly face = new Panel(FACE);
  private readonly pouches: Pouch[];
  private carrier: Hand | null = null;

  constructor(private readonly seat: Seat) {
    const { names, own } = seat;
    const wear = names.act("wear");
    const open = wear && (!wear.seats.length || wear.seats.includes(own));
    const items = open ? wear.ways.flatMap((way) => way.targets.map((one) => one.id)) : [];
    this.pouches = [...new Set(items)].map((item) => ({ item, panel: new Panel(POUCH) }));
    this.pouches.forEach(({ panel }, n) => {
      const angle = (n - (this.pouches.length - 1) / 2) * SPREAD_RAD;
      panel.mesh.position.set(Math.sin(angle) * OUT_M, 0, -Math.cos(angle) * OUT_M);
      panel.mesh.rotation.set(-0.9, -angle, 0, "YXZ");
      this.group.add(panel.mesh);
    });
    this.face.mesh.position.set(0, 0.036, -0.021);
    this.face.mesh.rotation.x = -Math.PI / 2;
    this.detector.add(this.face.mesh);
    this.stow();
  }

  /** ahead_rad, pitch: of the head, in the room. busy: hands are at something, and the belt is not in their way. */
  frame(head: Vector3, ahead_rad: number, pitch: number, busy: boolean): void {
    const { body, names } = this.seat;
    this.group.position.set(head.x, head.y * WAIST, head.z);
    this.group.rotation.y = ahead_rad;
    const looks = pitch < LOOKS_DOWN && !busy;
    for (const { item, panel } of this.pouches) {
      panel.visible = looks;
      if (!looks) continue;
      const worn = body.value.worn.includes(item);
      panel.show([{ text: `${worn ? "▣" : "▢"} ${names.thing(item)}` }, { text: told(worn ? words.on : words.off), kind: "quiet" }]);
    }
    this.detector.visible = body.value.worn.includes(DETECTOR) && (looks || this.carrier !== null);
    if (!this.detector.visible) return;
    const cells = cellsOf(body.value, names.site);
    const rows = cells.map((one) => ({ text: `${one.id.toUpperCase()} ${one.text}`, kind: "title" as const }));
    const [only] = cells;
    this.face.show(only && cells.length === 1 ? [{ text: only.unit, kind: "quiet" }, { text: only.text, kind: "title" }] : rows);
  }

  /** A hand closes here: takes the detector, or puts on and takes off. */
  take(hand: Hand): boolean {
    if (!this.group.visible) return false;
    const { body } = this.seat;
    if (this.detector.visible && !this.carrier && this.detector.getWorldPosition(at).distanceTo(hand.at) < GRIP_M) {
      this.carrier = hand;
      hand.pointer.add(this.detector);
      this.detector.position.set(0, 0.045, -0.03);
      this.detector.rotation.set(0.5, 0, 0);
      return true;
    }
    for (const { item, panel } of this.pouches) {
      if (!panel.visible || panel.mesh.getWorldPosition(at).distanceTo(hand.at) > GRIP_M) continue;
      hand.pulse(0.6, 50);
      void this.seat.act({ kind: body.value.worn.includes(item) ? "doff" : "wear", target: item });
      return true;
    }
    return false;
  }

  /** A hand opens: what it carried hangs on the belt again. */
  loose(hand: Hand): void {
    if (this.carrier === hand) this.stow();
  }

  dispose(): void {
    this.detector.removeFromParent();
    this.detector.geometry.dispose();
    this.face.dispose();
    for (const { panel } of this.pouches) panel.dispose();
    this.group.removeFromParent();
  }

  private stow(): void {
    this.carrier = null;
    this.group.add(this.detector);
    const beside = (this.pouches.length / 2) * SPREAD_RAD + 0.1;
    this.detector.position.set(Math.sin(beside) * OUT_M, 0.03, -Math.cos(beside) * OUT_M);
    this.detector.rotation.set(0.6, -beside / 2, 0, "YXZ");
  }
}

const at = new Vector3();

/** A yellow box with a clip and a nose for the gas. Its face looks up. */
function detectorShape(): BufferGeometry {
  return new Solids()
    .box(0xe0b400, 0.08, 0.06, 0.14, 0, 0, 0)
    .box(0x26282a, 0.086, 0.03, 0.03, 0, 0, 0.06)
    .cylinder(0x26282a, 0.012, 0.016, 0.04, 0, 0.01, -0.085, { axis: "z", sides: 8 })
    .box(0x9aa0a4, 0.03, 0.012, 0.09, 0, -0.036, 0.01)
    .done();
}
