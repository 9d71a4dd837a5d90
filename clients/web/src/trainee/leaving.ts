/** Leaving: out of a room on foot, to a stand before its door. By where the server has the body and not by a clock: a
 * slow page or line must not walk on out of reach, nor halt what was asked for since. */
import { unit, WALK_M_S } from "@/movement";
import type { Place } from "@/scene/scene";
import type { Seat } from "./seat";

/** From the door; the rest of an arm's reach is for a halt that comes late. */
const STAND_M = 1.2;

export class Leaving {
  private door: Place | null = null;

  constructor(private readonly seat: Seat) {}

  /** Set out toward the nearest way. Gives the bearing (rad), null where no way leads out. */
  begin(): number | null {
    const { drill, names, body } = this.seat;
    const here = names.place(body.value.place);
    const ways = names.site.ways.filter((way) => here && way.includes(here.id));
    const next = names.place(ways[0]?.find((id) => id !== here?.id) ?? "");
    if (!here || !next) return null;
    const h = unit({ x: next.x_m - here.x_m, y: next.y_m - here.y_m });
    const words: [string, string][] = [
      ["x", h.x.toFixed(4)],
      ["y", h.y.toFixed(4)],
    ];
    this.door = here;
    void drill.act({ kind: "steer", words, value: WALK_M_S }).then((code) => {
      if (code) this.end(false);
    });
    return Math.atan2(h.x, h.y);
  }

  /** A state has come. */
  take(): void {
    const { x_m, y_m, place, moving } = this.seat.body.value;
    if (!this.door || place === this.door.id) return;
    if (!moving) this.end(false);
    else if (Math.hypot(x_m - this.door.x_m, y_m - this.door.y_m) >= STAND_M) this.end(true);
  }

  /** Something else is done now. halts: it wants a stand; gives whether one had to be made. */
  end(halts: boolean): boolean {
    const halted = halts && this.door !== null;
    this.door = null;
    if (halted) void this.seat.drill.act({ kind: "halt" });
    return halted;
  }
}
