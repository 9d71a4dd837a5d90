/** Station: what a director's screen knows of one drill, and what it does to it. Acts go by the routes, so that two
 * tabs of one director count alike; an act has been done once its answer is here, for then it is on disk. */
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from "vue";
import type { Both } from "@/locale";
import { useStaffDrill, type LiveDrill } from "@/live/drill";
import { answer, ProblemError, soon, type Schemas } from "@/rest";
import { serverNow } from "@/rest/clock";
import { newUuid } from "@/rest/ids";
import { rest } from "@/rest/session";
import type { Site } from "@/scene/scene";

export type Drill = Schemas["DrillOut"];
export type Injection = Schemas["InjectionOut"];
export type Names = Readonly<Record<string, Both>>;

/** Something to be done to the drill; what is left out is not asked for. */
export type Asked = Pick<Schemas["Direction"], "kind"> & Partial<Schemas["Direction"]>;

const NOTHING_MORE = { target: "", detail: "", value: 0, words: [], reason: "" };
const READ_EVERY_MS = 4000;

/** What came of the last act. at: of the clock, ISO 8601. again: no answer came, so it may have been done or not; says
 * the same once more, and is done once at most. */
export interface Told {
  text: Both;
  at: string;
  done: boolean;
  again?: () => void;
}

export interface Station {
  readonly id: string;
  readonly live: LiveDrill;
  readonly drill: ShallowRef<Drill | null>;
  readonly scenario: ShallowRef<Schemas["BriefingOut"] | null>;
  readonly site: ComputedRef<Site | null>;
  readonly names: ShallowRef<Names>;
  readonly injections: ShallowRef<readonly Injection[]>;
  readonly branches: ShallowRef<readonly Drill[]>;
  /** Of the drill's life, from the socket as soon as it has told. */
  readonly phase: ComputedRef<string>;
  readonly exam: ComputedRef<boolean>;
  readonly told: ShallowRef<Told | null>;
  readonly busy: Ref<boolean>;
  /** What kept the station from being read; null = nothing. */
  readonly wrong: ShallowRef<Both | null>;
  /** The seat whose steps are followed, "" = none. */
  readonly followed: Ref<string>;
  /** Do something to the drill. Whether it was done. */
  direct(asked: Asked, done: Both): Promise<boolean>;
  /** Do something else that the server answers for. What it gave, null = it could not be done. */
  ask<T>(work: () => Promise<T>, done: Both | null): Promise<T | null>;
  read(): Promise<void>;
}

function makeParts(id: string) {
  return {
    live: useStaffDrill(id),
    drill: shallowRef<Drill | null>(null),
    scenario: shallowRef<Schemas["BriefingOut"] | null>(null),
    names: shallowRef<Names>({}),
    injections: shallowRef<readonly Injection[]>([]),
    branches: shallowRef<readonly Drill[]>([]),
    told: shallowRef<Told | null>(null),
    busy: ref(false),
    wrong: shallowRef<Both | null>(null),
    followed: ref(""),
  };
}

type Parts = ReturnType<typeof makeParts>;

async function readDrill(parts: Parts, id: string): Promise<void> {
  const drill = await answer(rest.GET("/api/drills/{drill}", { params: { path: { drill: id } } }));
  parts.drill.value = parts.scenario.value ? inOrder(drill, parts.scenario.value) : drill;
  const all = await answer(rest.GET("/api/drills"));
  parts.branches.value = all.filter((one) => one.parent === id);
  if (parts.scenario.value) return;
  const params = { params: { path: { scenario: drill.scenario } } };
  const [scenario, names, directing] = await Promise.all([
    answer(rest.GET("/api/scenarios/{scenario}", params)),
    answer(rest.GET("/api/scenarios/{scenario}/names", params)),
    answer(rest.GET("/api/directing")),
  ]);
  parts.names.value = names.names;
  parts.injections.value = directing.injections;
  parts.drill.value = inOrder(drill, scenario);
  parts.scenario.value = scenario;
}

/** Seats as the scenario names them, the commander first. */
function inOrder(drill: Drill, scenario: Schemas["BriefingOut"]): Drill {
  const order = scenario.roles.map((role) => role.seat);
  const seats = [...(drill.seats ?? [])].sort((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat));
  return { ...drill, seats };
}

export function useStation(id: string): Station {
  const parts = makeParts(id);

  async function read(): Promise<void> {
    try {
      await readDrill(parts, id);
      parts.wrong.value = null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // With the drill at hand, that the network is gone is told by the link.
      if (!error.offline || !parts.scenario.value) parts.wrong.value = error.text;
    }
  }

  async function ask<T>(work: () => Promise<T>, done: Both | null, again?: () => void): Promise<T | null> {
    parts.busy.value = true;
    try {
      const given = await work();
      if (done) parts.told.value = { text: done, at: serverNow(), done: true };
      return given;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      parts.told.value = { text: error.text, at: serverNow(), done: false };
      if (error.offline && again) parts.told.value.again = again;
      return null;
    } finally {
      parts.busy.value = false;
    }
  }

  async function direct(asked: Asked, done: Both): Promise<boolean> {
    return say({ ...NOTHING_MORE, ...asked, act_id: newUuid() }, done);
  }

  async function say(body: Schemas["Direction"], done: Both): Promise<boolean> {
    const path = { params: { path: { drill: id } } };
    const work = async () => {
      await answer(rest.POST("/api/drills/{drill}/directions", { ...path, body, ...soon() }));
      return true;
    };
    const given = await ask(work, done, () => void say(body, done));
    await read();
    return given === true;
  }

  // Who holds a seat and who has come is told by the socket, who has claimed one by the route.
  const { live } = parts;
  watch(() => [live.phase.value, live.status.value, JSON.stringify(live.holders)], () => void read());
  const timer = window.setInterval(() => {
    if (!document.hidden && parts.drill.value?.phase !== "sealed") void read();
  }, READ_EVERY_MS);
  onScopeDispose(() => window.clearInterval(timer));
  void read();

  return {
    id,
    ...parts,
    site: computed(() => (parts.scenario.value?.site as unknown as Site | undefined) ?? null),
    phase: computed(() => live.phase.value || parts.drill.value?.phase || ""),
    exam: computed(() => parts.drill.value?.mode === "exam"),
    direct,
    ask,
    read,
  };
}
