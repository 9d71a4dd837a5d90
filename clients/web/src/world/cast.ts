/** Cast: who and what moves, by name, from scene to scene. A scene says where they are; the tracks say where they are
 * drawn. */
import type { Look } from "@/movement/pose";
import { Levels } from "@/scene/levels";
import type { CasualtyShown, PersonShown, Scene, Site } from "@/scene/scene";
import { aim, follow, Pace, trackAt, type Track } from "./track";

/** posture: standing, walking, operate, down, face_down, sitting, carried. indoors: in a house, as far as it is known.
 * number: figures of a crowd. height_m: of the feet over the ground. over: the mouth of the pit it is in. */
export interface Actor {
  kind: "person" | "crowd" | "vehicle" | "casualty";
  id: string;
  track: Track;
  posture: string;
  worn: readonly string[];
  look: Look | null;
  indoors: boolean;
  number: number;
  height_m: number;
  over: { x_m: number; y_m: number } | null;
  shown: number;
}

/** How who is hurt lies, by the words that eyes have for it; all other words: flat on the ground. */
const LIES: Readonly<Record<string, string>> = {
  inside: "standing",
  sitting: "sitting",
  face_down: "face_down",
  carried: "carried",
};
const ASIDE_M = 0.4; // two who lie at one place, and whoever stands over them

const MOST_OF_A_CROWD = 8;
const UNKNOWN_CROWD = 3;
const STANDS_M_S = 0.3;

export class Cast {
  readonly actors: Actor[] = [];
  private readonly byKey = new Map<string, Actor>();
  private readonly pace = new Pace();
  private turn = 0;
  private readonly levels: Levels;
  private readonly houses: ReadonlySet<string>;

  constructor(private readonly site: Site) {
    this.levels = new Levels(site);
    this.houses = new Set(site.places.filter((place) => place.indoors).map((place) => place.id));
  }

  show(scene: Scene, nowMs: number): void {
    const forMs = this.pace.arrives(scene.tick, nowMs);
    this.turn += 1;
    for (const one of scene.people) this.person(one, scene, nowMs, forMs);
    scene.casualties.forEach((one, n) => this.casualty(one, n, scene, nowMs, forMs));
    for (const one of scene.crowds) {
      const actor = this.seen("crowd", one.id, one.x_m, one.y_m, nowMs, forMs);
      actor.posture = one.walking || actor.track.speed_m_s > 0.2 ? "walking" : "standing";
      const known = this.site.crowds.find((crowd) => crowd.id === one.id)?.number ?? UNKNOWN_CROWD;
      actor.number = Math.min(MOST_OF_A_CROWD, one.number < 0 ? known : one.number);
    }
    for (const one of scene.vehicles) {
      const actor = this.seen("vehicle", one.id, one.x_m, one.y_m, nowMs, forMs);
      actor.posture = one.moving ? "walking" : "standing";
    }
    for (let n = this.actors.length - 1; n >= 0; n -= 1) {
      const actor = this.actors[n] as Actor;
      if (actor.shown !== this.turn) {
        this.byKey.delete(`${actor.kind}.${actor.id}`);
        this.actors.splice(n, 1);
      }
    }
  }

  /** Everyone to where he is at this moment. */
  move(nowMs: number): void {
    for (const actor of this.actors) follow(actor.track, nowMs);
  }

  personOf(seat: string): Actor | undefined {
    return this.byKey.get(`person.${seat}`);
  }

  private person(one: PersonShown, scene: Scene, nowMs: number, forMs: number): void {
    const spot = this.levels.of(one.place) ?? (one.place ? null : this.levels.at(one.x_m, one.y_m, scene.at));
    const { x_m, y_m } = spot ?? one;
    const actor = this.seen("person", one.seat, x_m, y_m, nowMs, forMs);
    actor.height_m = spot?.z_m ?? 0;
    actor.over = this.levels.mouthOver(one.place);
    actor.posture = one.posture;
    actor.worn = one.worn;
    actor.look = one.look;
    actor.indoors = this.houses.has(one.place);
    // Who stands turns as a whole to where he looks; who walks goes where he goes and turns his head.
    if (one.look && actor.track.speed_m_s < STANDS_M_S) actor.track.facing_rad = one.look.yaw;
    actor.number = 1;
  }

  private casualty(one: CasualtyShown, n: number, scene: Scene, nowMs: number, forMs: number): void {
    const spot = this.levels.of(one.place) ?? (one.place ? null : this.levels.at(one.x_m, one.y_m, scene.at));
    const { x_m, y_m } = spot ?? one;
    const aside_m = one.state === "carried" ? 0 : ASIDE_M * (n % 2 ? -1 : 1);
    const actor = this.seen("casualty", one.id, x_m + aside_m, y_m - 0.5 * ASIDE_M * (n % 3), nowMs, forMs);
    actor.height_m = spot?.z_m ?? 0;
    actor.posture = LIES[one.state] ?? "down";
  }

  private seen(kind: Actor["kind"], id: string, x_m: number, y_m: number, nowMs: number, forMs: number): Actor {
    const key = `${kind}.${id}`;
    let actor = this.byKey.get(key);
    if (!actor) {
      const track = trackAt(x_m, y_m, nowMs);
      actor = { kind, id, track, posture: "standing", worn: [], look: null, indoors: false, number: 1, height_m: 0, over: null, shown: 0 };
      this.byKey.set(key, actor);
      this.actors.push(actor);
    }
    aim(actor.track, x_m, y_m, nowMs, forMs);
    actor.shown = this.turn;
    return actor;
  }
}
