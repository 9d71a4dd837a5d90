/** The scene of staff, from the cells of the true state (`server/views/staff.py`, tenths as integers). */
import type { Cells } from "@/live/cells";
import { lookOf, type Part } from "@/movement/pose";
import type { BundShown, CasualtyShown, PersonShown, Scene, Site } from "./scene";

type SightRow = [string, string, number, number, string, string];
const DONE_WITH = new Set(["inside", "carried", "treated", "dead"]);

const tenths = (value: unknown) => (value as number) / 10;

function rows<T>(cells: Cells, kind: string, make: (id: string, row: unknown[]) => T): T[] {
  const prefix = `${kind}.`;
  return Object.entries(cells)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, row]) => make(key.slice(prefix.length), row as unknown[]));
}

export function skyIn(cells: Cells): Pick<Scene, "night" | "fog" | "rain"> {
  const [night = false, fog = false, rain = false] = (cells["sky"] ?? []) as boolean[];
  return { night, fog, rain };
}

export function staffScene(cells: Cells, tick: number, site: Site): Scene {
  const wind = cells["wind"] as [number, number] | undefined;
  const command = (cells["command"] ?? [-1, -1, -1, "", ""]) as [number, number, number, string, string];
  const ignited = (cells["ignited_tick"] ?? -1) as number;
  const heard = [
    ...(command[0] >= 0 ? ["siren"] : []),
    ...(cells["panel.horn"] ? ["horn"] : []),
    ...(ignited >= 0 && tick >= ignited && tick < ignited + 100 ? ["blast"] : []),
    ...new Set((cells["noises"] ?? []) as string[]),
  ];
  return {
    tick,
    seat: "",
    at: "",
    ...skyIn(cells),
    wind_m_s: wind ? [tenths(wind[0]), tenths(wind[1])] : null,
    sock: null,
    heard,
    people: rows(cells, "person", (seat, row) => person(seat, row, cells[`head.${seat}`] as Part | undefined)),
    crowds: rows(cells, "crowd", (id, [x, y, number]) => {
      return { id, x_m: tenths(x), y_m: tenths(y), walking: false, number: number as number };
    }).filter((one) => one.number !== 0),
    vehicles: rows(cells, "vehicle", (id, [x, y, moving]) => {
      return { id, x_m: tenths(x), y_m: tenths(y), moving: moving as boolean };
    }),
    devices: rows(cells, "device", (id, [state, open, stuck]) => {
      return { id, state: state as string, open_percent: open as number, stuck: stuck as boolean };
    }),
    tanks: rows(cells, "tank", (id, [level, spill]) => {
      return { id, level_m: (level as number) / 1000, spill_kg_s: tenths(spill) };
    }),
    bunds: rows(cells, "bund", (id, row) => bund(id, row, site)),
    sparks: rows(cells, "source", (id, [x, y, kind, start, stopped]) => {
      const shines = kind === "hot_work" || kind === "lighting";
      const working = shines && tick >= (start as number) && (stopped as number) < 0;
      return { id, x_m: tenths(x), y_m: tenths(y), working };
    }).filter((one) => one.working),
    sights: ((cells["sights"] ?? []) as SightRow[]).map(([kind, id, x, y, state]) => {
      return { kind, id, x_m: tenths(x), y_m: tenths(y), state };
    }),
    casualties: rows(cells, "casualty", casualty),
    cloud: ((cells["cloud"] ?? []) as number[][]).map(([x, y, radius, height, kg]) => {
      return {
        x_m: tenths(x),
        y_m: tenths(y),
        radius_m: tenths(radius),
        height_m: tenths(height),
        vapour_kg: tenths(kg),
      };
    }),
    muster: command[3],
    post: command[4],
    zone_m: tenths(cells["zone_m"] ?? 0),
    workStopped: command[1] >= 0,
  };
}

function person(seat: string, [x, y, place, doing, state, worn]: unknown[], head?: Part): PersonShown {
  const down = state === "down" || state === "dead";
  const posture = down ? "down" : doing === "operate" ? "operate" : place ? "standing" : "walking";
  return {
    seat,
    x_m: tenths(x),
    y_m: tenths(y),
    place: place as string,
    posture,
    worn: worn as string[],
    look: head ? lookOf(head) : null,
  };
}

/** As eyes have it: what is done with them, else whether they move. */
function casualty(id: string, [x, y, place, state, breathing]: unknown[]): CasualtyShown {
  const told = DONE_WITH.has(state as string) ? (state as string) : breathing ? "lying" : "still";
  return { id, x_m: tenths(x), y_m: tenths(y), place: place as string, state: told };
}

function bund(id: string, [area_m2, foam, fire_kw]: unknown[], site: Site): BundShown {
  const plan = site.bunds.find((one) => one.id === id);
  const floor_m2 = plan ? (plan.x1_m - plan.x0_m) * (plan.y1_m - plan.y0_m) : 1;
  return {
    id,
    share: Math.min(1, (area_m2 as number) / floor_m2),
    foam: (foam as number) / 100,
    fire_kw: fire_kw as number,
  };
}
