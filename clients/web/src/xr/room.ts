/** Room: where one stands indoors. Four walls, and boards with what the flat screens of a room have: at the panel its
 * alarms, readings and devices; who is here; the ways out. Outdoors none of it is there. */
import { BackSide, BoxGeometry, Group, Mesh, MeshBasicMaterial, type Object3D } from "three";
import { alarmsOf, feedbackOf, priorityOf, readingsOf, shown, type Reading } from "@/controlroom/pages";
import control from "@/controlroom/words";
import { said, TICKS_PER_S } from "@/locale";
import { named, type Place } from "@/scene/scene";
import type { Seat } from "@/trainee/seat";
import flat from "@/trainee/words";
import type { World } from "@/world";
import { Panel, type Row } from "./panel";
import words, { told } from "./words";

const LOOK = { wide_m: 1.15, high_m: 1.05, px_m: 760, line_px: 28 };
const WORK = { wide_m: 0.9, high_m: 1.05, px_m: 800, line_px: 36, columns: 2 };
const AWAY_M = 1.15;
const WALLS = 0x8b979d;

export class Room {
  readonly group = new Group();
  private readonly look = new Panel(LOOK);
  private readonly work = new Panel(WORK);
  private device = "";
  private from = 0;
  private presses: (() => void)[] = [];
  private hidden: Object3D[] = [];

  constructor(
    private readonly seat: Seat,
    private readonly world: World,
    private readonly rig: Object3D,
    private readonly stepOut: () => void,
  ) {
    const walls = new Mesh(new BoxGeometry(6, 3, 6), new MeshBasicMaterial({ color: WALLS, side: BackSide, fog: false }));
    walls.position.y = 1.5;
    walls.renderOrder = -1;
    this.look.mesh.position.set(-0.62, 1.35, -AWAY_M);
    this.look.mesh.rotation.y = 0.38;
    this.work.mesh.position.set(0.55, 1.35, -AWAY_M);
    this.work.mesh.rotation.y = -0.38;
    this.group.add(walls, this.look.mesh, this.work.mesh);
    this.group.visible = false;
  }

  panels(): Panel[] {
    return this.group.visible ? [this.work] : [];
  }

  /** place: where one is indoors; null = outdoors. The room is about the head as it comes in, and ahead of it. */
  frame(place: Place | null, head: { x: number; z: number }, ahead_rad: number): void {
    if (Boolean(place) !== this.group.visible) {
      this.group.position.set(head.x, 0, head.z);
      this.group.rotation.y = ahead_rad;
      this.enter(place !== null);
    }
    if (!place) return;
    const readings = place.panel ? readingsOf(this.seat.drill.cells.value, this.seat.names.site) : [];
    this.look.show(this.lines(place, readings));
    this.work.show(this.keys(place, readings));
  }

  press(id: string): void {
    this.presses[Number(id)]?.();
  }

  dispose(): void {
    this.enter(false);
    this.look.dispose();
    this.work.dispose();
    this.group.removeFromParent();
  }

  /** Walls hide what is outside: it is not drawn at all. */
  private enter(indoors: boolean): void {
    this.group.visible = indoors;
    this.device = "";
    this.from = 0;
    for (const node of this.hidden) node.visible = true;
    this.hidden = [];
    if (!indoors) return;
    this.hidden = this.world.scene3d.children.filter((node) => node !== this.rig && node.visible && !("isLight" in node));
    for (const node of this.hidden) node.visible = false;
  }

  private lines(place: Place, readings: readonly Reading[]): Row[] {
    const { scene } = this.seat;
    const people = scene.value.people.map((one) => one.seat).join(" ");
    const rows: Row[] = [
      { text: `${place.id} ${named(place.name)}`, kind: "title" },
      { text: `${told(flat.whoIsHere)}：${people || told(flat.nobodyHere)}`, kind: "quiet" },
    ];
    if (!place.panel) return rows;
    const alarms = alarmsOf(readings).slice(0, 6);
    rows.push({ text: told(words.alarms), kind: "title" });
    if (!alarms.length) rows.push({ text: told(control.noAlarms), kind: "quiet" });
    for (const one of alarms) {
      const urgent = priorityOf(one) === "urgent";
      const state = told(one.alarm === 1 ? control.unseen : control.seen);
      rows.push({
        text: `${urgent ? "◆" : "▲"} ${one.instrument.tag} ${named(one.instrument.name)} ${valueOf(one)} · ${state}`,
        ...(one.alarm === 1 ? { kind: "urgent" as const } : {}),
      });
    }
    rows.push({ text: told(words.readings), kind: "title" });
    const second = Math.floor(this.seat.drill.tick.value / TICKS_PER_S);
    const analog = readings.filter((one) => !["running", "position", "level_switch"].includes(one.instrument.kind));
    for (const one of analog.slice(0, 14)) {
      const still = second - one.moved_s >= 60 ? ` · ${told(control.still, { n: Math.floor((second - one.moved_s) / 30) * 30 })}` : "";
      rows.push({ text: `${one.instrument.tag} ${named(one.instrument.name)}  ${valueOf(one)}${still}` });
    }
    return rows;
  }

  private keys(place: Place, readings: readonly Reading[]): Row[] {
    const { seat } = this;
    const { names, body } = seat;
    const keys: { text: string; press: () => void }[] = [];
    const rows: Row[] = [];
    const act = (kind: string, target: string, detail = "") => () => void seat.act({ kind, target, ...(detail ? { detail } : {}) });
    if (place.panel && this.device) {
      const told_ = feedbackOf(readings, this.device);
      rows.push({ text: `${names.label(this.device)}`, kind: "title" });
      rows.push({ text: told_ ? `${told_.instrument.tag} ${valueOf(told_)}` : told(control.noFeedback), kind: "big" });
      for (const way of this.waysOf(this.device)) keys.push({ text: said(way.name), press: act("operate", this.device, way.detail) });
      keys.push({ text: told(words.back), press: () => (this.device = "") });
    } else {
      rows.push({ text: told(place.panel ? words.devices : flat.room), kind: "title" });
      if (place.panel) {
        const own = names.site.devices.filter((device) => device.remote && this.waysOf(device.id).length);
        for (const device of own) keys.push({ text: device.id, press: () => (this.device = device.id) });
        for (const way of this.waysOf("DCS")) keys.push({ text: said(way.name), press: act("operate", "DCS", way.detail) });
      }
      const set = body.value.worn.includes("scba") ? "doff" : "wear";
      if (place.scba) keys.push({ text: names.sentence(set, "scba", ""), press: act(set, "scba") });
      keys.push({ text: told(flat.walkOut), press: () => this.stepOut() });
      const ways = names.site.ways.filter((way) => way.includes(place.id));
      for (const way of ways) {
        const next = names.place(way[0] === place.id ? way[1] : way[0]);
        if (next) keys.push({ text: told(flat.goTo, { where: named(next.name) }), press: act("go", next.id) });
      }
    }
    const fit = 2 * (this.work.lines() - rows.length - 1);
    const pages = Math.max(1, Math.ceil(keys.length / fit));
    const now = this.from % pages;
    const page = keys.slice(now * fit, (now + 1) * fit);
    if (pages > 1) page.push({ text: told(words.more, { n: now + 1, of: pages }), press: () => (this.from = now + 1) });
    this.presses = page.map((key) => key.press);
    return [...rows, ...page.map((key, n): Row => ({ text: key.text, id: String(n) }))];
  }

  private waysOf(device: string) {
    const operate = this.seat.names.act("operate");
    const { own } = this.seat;
    if (!operate || (operate.seats.length && !operate.seats.includes(own))) return [];
    return operate.ways.filter((way) => way.targets.some((one) => one.id === device));
  }
}

function valueOf(one: Reading): string {
  if (one.instrument.kind === "running") return told(one.value > 0 ? control.running : control.stopped);
  return `${shown(one.value, one.instrument)} ${one.instrument.unit}`;
}
