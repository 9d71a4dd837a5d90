/** Wrist: a watch on the off hand with time, air and what is in reach, and the menu's board that it opens. */
import { drillTime } from "@/locale";
import type { Thing } from "@/trainee/reach";
import { cellLine } from "@/trainee/cells";
import type { Seat } from "@/trainee/seat";
import { TICKS_PER_S } from "@/locale";
import flat from "@/trainee/words";
import type { Group, Vector3 } from "three";
import type { Hand } from "./hand";
import { Menu, type MenuEffects } from "./menu";
import { Panel, type Row } from "./panel";
import words, { told } from "./words";

const WATCH = { wide_m: 0.13, high_m: 0.1, px_m: 3000, line_px: 38, columns: 2 };
const BOARD = { wide_m: 0.6, high_m: 0.44, px_m: 1400, line_px: 37, columns: 2 };
const OPEN = "open";
const STOP = "stop";

export class Wrist {
  readonly watch = new Panel(WATCH);
  readonly board = new Panel(BOARD);
  private readonly menu: Menu;

  constructor(
    private readonly seat: Seat,
    private readonly rig: Group,
    effects: Omit<MenuEffects, "close">,
    private readonly things: () => readonly Thing[],
  ) {
    this.menu = new Menu(seat, { ...effects, close: () => this.close() });
    this.board.visible = false;
    this.watch.mesh.position.set(0, 0.035, 0.13);
    this.watch.mesh.rotation.set(-Math.PI / 3, 0, 0);
    rig.add(this.board.mesh);
  }

  get open(): boolean {
    return this.board.visible;
  }

  /** The panels that hands can press. */
  panels(): Panel[] {
    return [this.watch, this.board];
  }

  wear(hand: Hand | null): void {
    if (hand && this.watch.mesh.parent !== hand.pointer) hand.pointer.add(this.watch.mesh);
    this.watch.visible = hand !== null;
  }

  press(panel: Panel, id: string, head: Vector3): void {
    if (panel === this.board) this.menu.press(id);
    else if (id === OPEN || id === STOP) this.toggle(head, null, id === STOP);
  }

  /** Open the menu, or what can be done with one thing; head: of the room, to put the board before it. */
  toggle(head: Vector3, thing: Thing | null, stop = false): void {
    if (this.board.visible && !thing && !stop) {
      this.close();
      return;
    }
    if (thing) this.menu.openThing(thing);
    else if (stop) this.menu.openStop();
    else this.menu.open();
    this.board.visible = true;
    this.place(head);
  }

  close(): void {
    this.board.visible = false;
  }

  frame(): void {
    this.watch.show(this.face());
    if (this.board.visible) this.board.show(this.menu.rows(this.board.lines()));
  }

  dispose(): void {
    this.watch.dispose();
    this.board.dispose();
  }

  /** Before the eyes, a little low, an arm's length off: it stays there until it is closed. */
  private place(head: Vector3): void {
    const ahead = this.rig.userData["ahead_rad"] as number;
    this.board.mesh.position.set(head.x - 0.62 * Math.sin(ahead), head.y - 0.2, head.z - 0.62 * Math.cos(ahead));
    this.board.mesh.rotation.set(-0.25, ahead, 0, "YXZ");
  }

  private face(): Row[] {
    const { body, drill, names, doing } = this.seat;
    const { air_min, gas } = body.value;
    const air = air_min >= 0 ? told(flat.air, { n: air_min }) : "";
    const facts = [air, gas.length ? cellLine(body.value, names.site) : ""].filter(Boolean);
    const near = this.things()
      .slice(0, 2)
      .map((one) => one.id)
      .join(" ");
    const rows: Row[] = [{ text: drillTime(drill.tick.value), kind: "title" }, { text: facts.join(" · ") }];
    if (doing.value) {
      const { wish, from, seconds } = doing.value;
      const share = Math.min(1, (drill.tick.value - from) / (seconds * TICKS_PER_S));
      // The bar moves by whole steps: the face is drawn anew for each.
      rows.push({ text: names.sentence(wish.kind, wish.target ?? "", wish.detail ?? ""), share: Math.round(share * 20) / 20 });
    } else {
      rows.push({ text: near ? `⊙ ${near}` : told(words.reachNone) });
    }
    return [...rows, { text: told(words.menu), id: OPEN }, { text: told(flat.stop), id: STOP, kind: "urgent" }];
  }
}
