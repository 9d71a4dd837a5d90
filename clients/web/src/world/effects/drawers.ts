/** Drawers: how each kind of sight is drawn. A kind that rule modules put up and that is not here is seen by nobody, and
 * a test says so. What eyes are not told (which way a jet points, how large a fireball is) is drawn the same for all. */
import { rowOf } from "@/scene/curtains";
import { colouredGas } from "@/scene/gases";
import type { Levels } from "@/scene/levels";
import type { Scene, SightShown, Site } from "@/scene/scene";
import type { Brush } from "./brush";
import { boilOver, fire, fireball, flare, jetFire, tankFire } from "./fireDrawers";
import { scatter } from "./grain";
import { above, around, cone, FLANGE_M, LEG_M, middleOf, type Point, ring, type Tank, tankOf, topOf, toMist, TURN, wrapped } from "./strokes";
import { playedOn, toward } from "./target";

export interface Around {
  site: Site;
  scene: Scene;
  levels: Levels;
  /** Light that a fire throws, the strongest of all. */
  shine(x_m: number, y_m: number, z_m: number, power: number): void;
}

export type Drawer = (brush: Brush, one: SightShown, around: Around) => void;
const SOOT = 0x17181a;
const SCORCHED = 0x3b342c;
const RUST = 0x4a2a1c;
const BENT = 0xa85a40; // steel that gives way is hot

/** Drawn by what draws bunds, tanks' rims and sparks, which knows more of them. */
const elsewhere: Drawer = () => undefined;

export const DRAWERS: Readonly<Record<string, Drawer>> = {
  pool: elsewhere,
  overflow: elsewhere,
  sparks: elsewhere,
  fire,
  tank_fire: tankFire,
  jet,
  jet_fire: jetFire,
  fireball,
  flare,
  boil_over: boilOver,
  cloud: mist,
  vapour: mist,
  frost,
  shell,
  curtain,
  spray,
  sludge,
  line,
  work,
};

const CONE = 0xe8641a;
const STEEL = 0x6b7278;
/** What stands or lies there, by state: how far over it leans, how high its load is, whether the ground is broken. */
const WORKS: Readonly<Record<string, { lean: number; load_m: number; broken: number }>> = {
  working: { lean: 0, load_m: 0, broken: 0 },
  stopped: { lean: 0, load_m: 0, broken: 0 },
  cracking: { lean: 0, load_m: 0, broken: 0.5 },
  collapsed: { lean: 0, load_m: 0, broken: 1.6 },
  hanging: { lean: 0.05, load_m: 3, broken: 0 },
  swinging: { lean: 0.12, load_m: 3, broken: 0 },
  leaning: { lean: 0.4, load_m: 2, broken: 0 },
  dropped: { lean: 1.2, load_m: 0.5, broken: 1 },
};

/** Four cones about it; a jib with its load; broken ground. */
function work(brush: Brush, one: SightShown): void {
  const { lean, load_m, broken } = WORKS[one.state] ?? { lean: 0, load_m: 0, broken: 0 };
  for (const [east, north] of [[-2, -2], [2, -2], [2, 2], [-2, 2]] as const) {
    brush.body("paint", "bar", CONE, { at: [one.x_m + east, one.y_m + north, 0.35], size: [0.28, 0.28, 0.7] });
  }
  if (load_m) {
    brush.body("paint", "bar", STEEL, { at: [one.x_m - 2.5, one.y_m, 4], size: [0.4, 0.4, 8], turn: [lean, 0] });
    brush.body("paint", "bar", RUST, { at: [one.x_m + 3 * lean, one.y_m, load_m], size: [1.6, 1, 1] });
  }
  if (broken) brush.body("paint", "disc", 0x4a3a26, { at: [one.x_m, one.y_m, 0.06], size: [1.2 * broken, 1.2 * broken, 1] });
}

const JETS: Readonly<Record<string, { far_m: number; tufts: number; size_m: number }>> = {
  weeping: { far_m: 1.6, tufts: 18, size_m: 0.35 },
  jet: { far_m: 10, tufts: 80, size_m: 1.1 },
  roaring: { far_m: 22, tufts: 150, size_m: 2.2 },
};

/** Toward where its mist lies; while none is seen, upward, and round a tank that stands over it. */
function jet(brush: Brush, one: SightShown, { scene, site }: Around): void {
  const { far_m, tufts, size_m } = JETS[one.state] ?? (JETS["jet"] as (typeof JETS)[string]);
  const way = toMist(scene, one);
  const tank = way[2] === 1 ? above(site, one) : undefined;
  const gas = colouredGas(site) ? "coloured" : "gas";
  if (tank) wrapped(brush, gas, one, tank, far_m, tufts, size_m);
  else cone(brush, gas, one, way, far_m, tufts, size_m);
}

/** White mist; a coloured gas lies thicker and lower, as it is heavy. */
function mist(brush: Brush, one: SightShown, { site }: Around): void {
  const coloured = colouredGas(site) !== undefined;
  const [tuft, high_m, size_m] = coloured ? (["coloured", 0.6, 2.8] as const) : (["mist", 0.9, 3.5] as const);
  const wide = one.state === "wide";
  const radius_m = wide ? 26 : 10;
  const chance = scatter(one.x_m + 7 * one.y_m + 3);
  ring(wide ? 150 : 70, chance, (turn) => {
    const off_m = radius_m * Math.sqrt(chance());
    const at = [one.x_m + off_m * Math.cos(turn), one.y_m + off_m * Math.sin(turn), 0.5 + high_m * chance()];
    brush.tuft(tuft, at, [0.3 * (chance() - 0.5), 0.3 * (chance() - 0.5), 0.05], 6 + 5 * chance(), size_m + 3 * chance(), chance());
  });
}

function frost(brush: Brush, one: SightShown): void {
  const chance = scatter(one.x_m + 11 * one.y_m);
  ring(9, chance, (turn) => {
    const size = 0.16 + 0.16 * chance();
    const at = [one.x_m + 0.34 * Math.cos(turn), one.y_m + 0.34 * Math.sin(turn), FLANGE_M - 0.35 + 0.7 * chance()] as const;
    brush.body("paint", "ball", 0xffffff, { at, size: [size, size, size] });
  });
}

const SHELLS: Readonly<Record<string, (brush: Brush, tank: Tank) => void>> = {
  glowing: glowing,
  bulging: (brush, tank) => {
    glowing(brush, tank);
    const out_m = 0.37 * tank.diameter_m;
    const lump = 0.2 * tank.diameter_m;
    brush.body("paint", "ball", BENT, { at: [tank.x_m + 0.8 * out_m, tank.y_m - 0.6 * out_m, middleOf(tank) + 0.12 * tank.diameter_m], size: [lump, lump, lump] });
  },
  buckled: (brush, tank) => folded(brush, tank, 0.3 * topOf(tank), 11),
  burst: (brush, tank) => {
    skinned(brush, tank, "paint", SOOT, 1.04);
    folded(brush, tank, 0.4 * topOf(tank), 7);
    brush.body("paint", "disc", SCORCHED, { at: [tank.x_m, tank.y_m, 0.2], size: [tank.diameter_m, tank.diameter_m, 1] });
  },
};

function shell(brush: Brush, one: SightShown, { site }: Around): void {
  const tank = tankOf(site, one);
  if (tank) (SHELLS[one.state] ?? glowing)(brush, tank);
}

/** Red, and the air over it shimmers: by night and by day, to every eye. */
function glowing(brush: Brush, tank: Tank): void {
  skinned(brush, tank, "glow", 0xe0320a, 1.04);
  const chance = scatter(tank.x_m + 5 * tank.y_m);
  ring(26, chance, (turn) => {
    const at = [...around(tank, turn, 0.48 * tank.diameter_m), middleOf(tank) + 2 * chance()];
    brush.tuft("gas", at, [0, 0, 2], 2.4 + chance(), 1.1, chance());
  });
}

function skinned(brush: Brush, tank: Tank, skin: "paint" | "glow", colour: number, larger: number): void {
  const radius_m = (larger * tank.diameter_m) / 2;
  if (tank.shape === "sphere") {
    brush.body(skin, "ball", colour, { at: [tank.x_m, tank.y_m, middleOf(tank)], size: [radius_m, radius_m, radius_m] });
  } else {
    brush.body(skin, "drum", colour, { at: [tank.x_m, tank.y_m, 0.45 * tank.rim_m], size: [radius_m, radius_m, 0.55 * tank.rim_m] });
  }
}

/** Plates that have folded outward. */
function folded(brush: Brush, tank: Tank, long_m: number, plates: number): void {
  const chance = scatter(tank.x_m + 3 * tank.y_m);
  const ball = tank.shape === "sphere";
  const [foot_m, low_m] = ball ? [0.38 * tank.diameter_m, middleOf(tank) + 0.33 * tank.diameter_m] : [tank.diameter_m / 2, topOf(tank) - 0.8 * long_m];
  const wide_m = (1.6 * Math.PI * foot_m) / plates;
  for (let n = 0; n < plates; n += 1) {
    const turn = (TURN * n) / plates;
    const lean = 0.25 + 0.8 * chance();
    const out_m = foot_m + 0.5 * long_m * Math.sin(lean);
    const z = low_m + 0.5 * long_m * Math.cos(lean);
    brush.body("paint", "bar", RUST, { at: [...around(tank, turn, out_m), z], size: [wide_m, 0.25, long_m], turn: [lean, turn + Math.PI / 2] });
  }
}

/** A wall of water over a row of nozzles. */
function curtain(brush: Brush, one: SightShown, { site }: Around): void {
  const { x0_m, y0_m, x1_m, y1_m } = rowOf(site, one);
  const [east_m, north_m] = [x1_m - x0_m, y1_m - y0_m];
  const [wide, deep] = [Math.max(east_m, 0.16), Math.max(north_m, 0.16)];
  const chance = scatter(one.x_m + 19 * one.y_m);
  brush.body("paint", "bar", 0xb8322a, { at: [one.x_m, one.y_m, 0.35], size: [wide, deep, 0.16] });
  for (let n = 0; n < 330; n += 1) {
    const share = chance();
    const lean = 2.2 * (chance() - 0.5);
    const [along, across] = [0.3 * lean, 1.3 * lean];
    const speed = [north_m ? across : along, north_m ? along : across, 3 + 8 * Math.sqrt(chance())];
    brush.tuft("water", [x0_m + share * east_m, y0_m + share * north_m, 0.4], speed, 1.9, 2, chance());
  }
}

/** Water of a monitor goes where it plays; water of a ring runs down its tank. */
function spray(brush: Brush, one: SightShown, around_: Around): void {
  const device = around_.site.devices.find((known) => known.id === one.id && known.kind === "water_monitor");
  if (device) thrown(brush, one, around_);
  else run(brush, one, around_);
}

function thrown(brush: Brush, one: SightShown, { site, scene }: Around): void {
  const tank = playedOn(scene, site, one.x_m, one.y_m);
  if (!tank) return;
  const fog = one.state === "fog";
  const [way, away_m] = toward(one.x_m, one.y_m, tank.x_m, tank.y_m);
  const far_m = fog ? Math.min(30, away_m - tank.diameter_m / 2) : away_m - tank.diameter_m / 2;
  const height_m = fog ? 3 : middleOf(tank) + 1;
  const flight_s = 1 + far_m / 26;
  const apart_m = fog ? 7 : 1.4;
  const chance = scatter(one.x_m * 7 + one.y_m);
  for (let n = 0; n < (fog ? 110 : 120); n += 1) {
    const [side, rise] = [(chance() - 0.5) * 2 * apart_m, (chance() - 0.5) * apart_m];
    const speed = [(way[0] * far_m - way[1] * side) / flight_s, (way[1] * far_m + way[0] * side) / flight_s];
    const up = 0.5 * 9.81 * flight_s + (height_m - 2.4 + rise) / flight_s;
    brush.tuft("water", [one.x_m + way[0], one.y_m + way[1], 2.4], [...speed, up], flight_s / 0.9, fog ? 1.8 : 1.2, n / 110);
  }
}

function run(brush: Brush, one: SightShown, { site }: Around): void {
  const tank = tankOf(site, one);
  if (!tank) return;
  const chance = scatter(tank.x_m + 23 * tank.y_m);
  const [radius_m, top_m] = [tank.diameter_m / 2 + 0.35, topOf(tank)];
  ring(120, chance, (turn) => {
    const z = tank.shape === "sphere" ? LEG_M + tank.diameter_m * (0.35 + 0.6 * chance()) : top_m - 0.4 * chance();
    const off = tank.shape === "sphere" ? Math.sqrt(Math.max(0.05, radius_m * radius_m - (z - middleOf(tank)) ** 2)) : radius_m;
    const fall_s = Math.sqrt((2 * z) / 9.81);
    brush.tuft("water", [...around(tank, turn, off), z], [0.4 * Math.cos(turn), 0.4 * Math.sin(turn), 0], fall_s, 0.9, chance());
  });
}

function sludge(brush: Brush, one: SightShown, { levels }: Around): void {
  const bottom = levels.bottom ?? { x_m: one.x_m, y_m: one.y_m, z_m: 0 };
  const chance = scatter(3 * one.x_m + one.y_m);
  const { x_m, y_m, z_m } = bottom;
  brush.body("paint", "disc", 0x2b2618, { at: [x_m, y_m, z_m + 0.04], size: [0.9, 0.9, 1] });
  if (one.state !== "bubbling") return;
  ring(14, chance, (turn) => {
    const off_m = 0.8 * Math.sqrt(chance());
    const at = [x_m + off_m * Math.cos(turn), y_m + off_m * Math.sin(turn), z_m + 0.06] as const;
    brush.body("paint", "ball", 0x57503a, { at, size: [0.05, 0.05, 0.05] });
    brush.tuft("gas", at, [0, 0, 0.5], 2 + chance(), 0.25, chance());
  });
}

const HEAD_M = 2.05; // of the tripod, where the line runs over

/** From the head of the tripod to who hangs on it: straight, or in a slack bow and a coil. */
function line(brush: Brush, one: SightShown, { site, levels }: Around): void {
  const place = site.devices.find((known) => known.id === one.id)?.place;
  const mouth = site.places.find((known) => known.id === place) ?? one;
  const end = levels.bottom ?? { x_m: one.x_m, y_m: one.y_m, z_m: 0 };
  const slack = one.state === "loose" ? 0.3 : 0;
  const from = [mouth.x_m, mouth.y_m, HEAD_M] as const;
  const to = [end.x_m, end.y_m, end.z_m + (slack ? 0.1 : 0.9)] as const;
  const pieces = slack ? 8 : 1;
  const on = (share: number) => {
    const bow = slack * Math.sin(Math.PI * share);
    return [from[0] + (to[0] - from[0]) * share + bow, from[1] + (to[1] - from[1]) * share + bow, from[2] + (to[2] - from[2]) * share] as const;
  };
  for (let n = 0; n < pieces; n += 1) rope(brush, on(n / pieces), on((n + 1) / pieces));
  for (let n = 0; slack && n < 6; n += 1) {
    const turn = (TURN * n) / 6;
    const coil = (t: number) => [to[0] + 0.25 * Math.cos(t), to[1] + 0.25 * Math.sin(t), to[2]] as const;
    rope(brush, coil(turn), coil(turn + TURN / 6));
  }
}

function rope(brush: Brush, from: Point, to: Point): void {
  const d = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const long_m = Math.hypot(...d);
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2] as const;
  const turn = [-Math.asin(d[2] / long_m), Math.atan2(d[0], -d[1])] as const;
  brush.body("paint", "bar", 0xf2c200, { at: middle, size: [0.03, long_m, 0.03], turn });
}
