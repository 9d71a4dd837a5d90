/** Names: of acts, things, seats and words, from the briefing of the seat. */
import { said, type Both } from "@/locale";
import type { Schemas } from "@/rest";
import { named, type Device, type Place, type Site } from "@/scene/scene";

export type Briefing = Schemas["SeatBriefing"];
export type ActKind = Schemas["ActOut"];
export type Way = Schemas["Way"];
export type Option = Schemas["Option"];
export type Card = Schemas["CardOut"];

export class Names {
  readonly site: Site;
  private readonly acts: ReadonlyMap<string, ActKind>;
  private readonly things: ReadonlyMap<string, () => string>;
  private readonly topics: ReadonlyMap<string, Both>;

  constructor(readonly briefing: Briefing) {
    this.site = briefing.site as unknown as Site;
    this.acts = new Map(briefing.vocabulary.acts.map((act) => [act.kind, act]));
    const things = new Map<string, () => string>();
    for (const act of briefing.vocabulary.acts) {
      if (act.kind === "report") continue;
      for (const way of act.ways) for (const one of way.targets) things.set(one.id, () => said(one.name));
    }
    const { places, devices, tanks, instruments, crowds } = this.site;
    for (const thing of [...places, ...devices, ...tanks, ...crowds]) things.set(thing.id, () => named(thing.name));
    for (const thing of instruments) things.set(thing.tag, () => named(thing.name));
    this.things = things;
    const told = this.acts.get("report")?.ways[0]?.targets ?? [];
    this.topics = new Map(told.map((one) => [one.id, one.name]));
  }

  act(kind: string): ActKind | undefined {
    return this.acts.get(kind);
  }

  actName(kind: string): string {
    const known = this.acts.get(kind);
    return known ? said(known.name) : kind;
  }

  /** A device, place, tank, crowd, piece of gear ... by its id. */
  thing(id: string): string {
    return this.things.get(id)?.() ?? id;
  }

  topic(id: string): string | null {
    const known = this.topics.get(id);
    return known ? said(known) : null;
  }

  /** A plan card of the own seat. */
  card(id: string): Card | undefined {
    return this.briefing.cards.find((one) => one.id === id);
  }

  seat(id: string): string {
    const role = this.briefing.roles.find((one) => one.seat === id);
    return role ? said(role.name) : id;
  }

  place(id: string): Place | undefined {
    return this.site.places.find((one) => one.id === id);
  }

  device(id: string): Device | undefined {
    return this.site.devices.find((one) => one.id === id);
  }

  tank(id: string): Site["tanks"][number] | undefined {
    return this.site.tanks.find((one) => one.id === id);
  }

  /** An act as one says it: "close XV-101". */
  sentence(kind: string, target: string, detail: string, value = 0): string {
    const act = this.acts.get(kind);
    const way = act?.ways.find((one) => one.detail === detail && detail !== "");
    const doing = way && act && act.ways.length > 1 ? said(way.name) : this.actName(kind);
    const thing = target ? ` ${this.label(target)}` : "";
    return `${doing}${thing}${value ? ` ${value} m` : ""}`;
  }

  /** The id and the name, where the name does not hold the id. */
  label(id: string): string {
    const name = this.thing(id);
    return name.includes(id) || !this.device(id) ? name : `${id} ${name}`;
  }
}
