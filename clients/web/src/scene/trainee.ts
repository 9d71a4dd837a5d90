/** The scene of a trainee, from the cells of his own observation (`server/views/trainee.py`). */
import type { Cells } from "@/live/cells";
import type { BundShown, Scene } from "./scene";

/** Eyes are told that a bund burns, not how much of it. */
const BURNING_SHARE = 0.3;
const POOL_SHARE: Record<string, number> = { small: 0.02, wide: 0.3, full: 1, foamed: 0.5 };

/** Numbers on the wire: whole ones count hundredths. */
export function fromWire(value: unknown): number {
  const n = value as number;
  return Number.isInteger(n) ? n / 100 : n;
}

type Row = [number, number, string];
/** Who and what goes about or is operated; all else that is seen is the incident's. */
const THINGS = new Set(["person", "crowd", "vehicle", "device", "casualty"]);

export function traineeScene(cells: Cells, tick: number): Scene {
  const seen = ((cells["seen"] ?? []) as [string, string][]).map(([kind, id]) => {
    const [x, y, state] = cells[`seen.${kind}.${id}`] as Row;
    return { kind, id, x_m: fromWire(x), y_m: fromWire(y), state };
  });
  const of = (kind: string) => seen.filter((one) => one.kind === kind);
  const sock = cells["sock"] as [number, number] | null | undefined;
  const bunds = new Map<string, BundShown>();
  const bund = (id: string) => bunds.get(id) ?? { id, share: 0, foam: 0, fire_kw: 0 };
  for (const pool of of("pool")) {
    const share = POOL_SHARE[pool.state] ?? 0;
    bunds.set(pool.id, { ...bund(pool.id), share, foam: pool.state === "foamed" ? 1 : 0 });
  }
  for (const fire of of("fire")) bunds.set(fire.id, { ...bund(fire.id), share: BURNING_SHARE, fire_kw: 1 });
  return {
    tick,
    seat: String(cells["seat"] ?? ""),
    at: String(cells["body.place"] ?? ""),
    night: Boolean(cells["night"]),
    fog: Boolean(cells["fog"]),
    rain: Boolean(cells["rain"]),
    wind_m_s: null,
    sock: sock ? { octant: sock[0], strength: sock[1] } : null,
    heard: (cells["heard"] ?? []) as string[],
    people: of("person").map((one) => ({ ...at(one), seat: one.id, place: "", posture: one.state, worn: [], look: null })),
    crowds: of("crowd").map((one) => ({ ...at(one), id: one.id, walking: one.state !== "standing", number: -1 })),
    vehicles: of("vehicle").map((one) => ({ ...at(one), id: one.id, moving: one.state === "moving" })),
    devices: of("device").map((one) => ({ id: one.id, state: one.state, open_percent: -1, stuck: false })),
    tanks: of("overflow").map((one) => ({ id: one.id, level_m: -1, spill_kg_s: 1 })),
    bunds: [...bunds.values()],
    sparks: of("sparks").map((one) => ({ ...at(one), id: one.id, working: one.state === "working" })),
    sights: seen.filter((one) => !THINGS.has(one.kind)),
    casualties: of("casualty").map((one) => ({ ...at(one), id: one.id, place: "", state: one.state })),
    cloud: [],
    muster: String(cells["muster"] ?? ""),
    post: "",
    zone_m: fromWire(cells["zone_m"] ?? 0),
    workStopped: Boolean(cells["work_stopped"]),
  };
}

function at(one: { x_m: number; y_m: number }): { x_m: number; y_m: number } {
  return { x_m: one.x_m, y_m: one.y_m };
}
