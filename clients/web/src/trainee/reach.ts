/** Reach: what the hands can do here, named: devices, doors, posts. By the site and by what is seen. */
import { said } from "@/locale";
import type { Wish } from "@/live/acts";
import { inReach } from "@/movement";
import type { Scene } from "@/scene/scene";
import type { Body } from "./seat";
import type { Names } from "./names";

/** kind: device, door, post. state: as it is seen, "" = it shows none. */
export interface Thing {
  id: string;
  kind: "device" | "door" | "post";
  state: string;
  acts: { text: string; wish: Wish }[];
}

const ENDS: Record<string, string> = { close: "closed", open: "open", stop: "stopped", start: "running" };

/** Things within reach of hands, nearest first. Indoors: nothing; a room has its own screen. */
export function reachOf(names: Names, own: string, body: Body, scene: Scene): Thing[] {
  const here = names.place(body.place);
  if (here?.indoors) return [];
  return inReach(names.site, body).flatMap((place): Thing[] => {
    const things = names.site.devices
      .filter((device) => device.place === place.id)
      .map((device): Thing => {
        const state = scene.devices.find((one) => one.id === device.id)?.state ?? "";
        // Who is led past sees no state: there is a name, and nothing to do before one stands.
        const acts = state ? actsAt(names, own, device.id, state, device.local) : [];
        return { id: device.id, kind: "device", state, acts };
      });
    const door = { text: said(names.act("go")?.name ?? { zh: "前往", en: "go to" }), wish: { kind: "go", target: place.id } };
    if (place.indoors) things.push({ id: place.id, kind: "door", state: "", acts: [door] });
    const counted = actsOf(names, own, place.id);
    if (counted.length) things.push({ id: place.id, kind: "post", state: "", acts: counted });
    return things;
  });
}

/** A hand does what is not so already; what is half-way can go both ways. */
function actsAt(names: Names, own: string, id: string, state: string, local: boolean): Thing["acts"] {
  const operate = names.act("operate");
  const ways = (operate?.ways ?? []).filter(
    (way) => local && ENDS[way.detail] && ENDS[way.detail] !== state && way.targets.some((one) => one.id === id),
  );
  const hands = ways.map((way) => ({
    text: said(way.name),
    wish: { kind: "operate", target: id, detail: way.detail },
  }));
  return [...hands, ...actsOf(names, own, id)];
}

/** Acts that are done to a thing where it stands: those of the vocabulary that want it in reach, and the alarm points. */
function actsOf(names: Names, own: string, id: string): Thing["acts"] {
  const acts = names.briefing.vocabulary.acts.filter((act) => act.where === "target" || act.kind === "alarm");
  return acts
    .filter((act) => !act.seats.length || act.seats.includes(own))
    .flatMap((act) =>
      act.ways
        .filter((way) => way.targets.some((one) => one.id === id))
        .map((way) => {
          const text = way.detail ? `${said(act.name)}：${said(way.name)}` : said(act.name);
          return { text, wish: { kind: act.kind, target: id, ...(way.detail ? { detail: way.detail } : {}) } };
        }),
    );
}
