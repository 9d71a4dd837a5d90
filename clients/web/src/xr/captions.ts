/** Captions: before the eyes, low, the last three lines; what the drill's life and the link say, always. */
import { drillTime } from "@/locale";
import { choices } from "@/trainee/choices";
import type { Seat } from "@/trainee/seat";
import { captionsOf } from "@/trainee/tidings";
import flat from "@/trainee/words";
import { Panel, type Row } from "./panel";
import words, { told } from "./words";

const SHAPE = { wide_m: 1, high_m: 0.24, px_m: 1000, line_px: 34, clear: true };
const SHOWN_TICKS = 20 * 20;

export class Captions {
  readonly panel = new Panel(SHAPE);

  constructor(private readonly seat: Seat) {
    this.panel.mesh.renderOrder = 95;
    this.panel.mesh.material.depthTest = false;
  }

  /** above: a board is open below. */
  frame(leaning: boolean, above: boolean): void {
    this.panel.mesh.position.set(0, above ? 0.34 : -0.56, -1.35);
    this.panel.mesh.rotation.x = above ? 0.25 : -0.35;
    const { drill, lines, body } = this.seat;
    const rows: Row[] = [];
    if (leaning) rows.push({ text: told(words.step), kind: "urgent" });
    if (drill.status.value !== "live") rows.push({ text: told(flat.lost), kind: "urgent" });
    else if (drill.phase.value === "frozen") rows.push({ text: `${told(flat.frozen)} · ${told(flat.frozenHow)}` });
    if (body.value.state === "down") rows.push({ text: told(flat.down), kind: "urgent" });
    if (body.value.state === "dead") rows.push({ text: told(flat.dead), kind: "urgent" });
    if (choices.captions) {
      const recent = captionsOf(lines).filter((line) => drill.tick.value - line.tick < SHOWN_TICKS);
      for (const line of recent) rows.push({ text: `${drillTime(line.tick)} ${line.text}`, ...(line.urgent ? { kind: "urgent" as const } : {}) });
    }
    this.panel.visible = rows.length > 0;
    if (this.panel.visible) this.panel.show(rows.slice(0, 4));
  }
}
