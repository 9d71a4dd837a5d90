/** What the machine has seen so far, beside the sheet: asked for when something has happened, at most once a second. */
import { onScopeDispose, shallowRef, watch, type ShallowRef } from "vue";
import { answer, ProblemError, type Schemas } from "@/rest";
import { rest } from "@/rest/session";
import type { LiveDrill } from "@/live/drill";

export type Watched = Schemas["WatchedAnswer"];
export type LineWatched = Schemas["LineWatched"];
export type Moment = Schemas["MomentWatched"];

export interface Watching {
  readonly watched: ShallowRef<Watched | null>;
  readonly moments: ShallowRef<readonly Moment[]>;
}

const SOON_MS = 1000;
const IDLE_MS = 5000; // a veto may fall due without anything happening

export function useWatching(live: LiveDrill): Watching {
  const watched = shallowRef<Watched | null>(null);
  const moments = shallowRef<readonly Moment[]>([]);
  let [timer, asking, news, over] = [0, false, true, false];

  async function ask(): Promise<void> {
    if (asking || over) return;
    [asking, news] = [true, false];
    try {
      const from_moment = moments.value.length;
      const params = { path: { drill: live.id }, query: { from_moment } };
      const found = await answer(rest.GET("/api/drills/{drill}/watching", { params }));
      watched.value = found;
      const fewer = found.moments_so_far < from_moment; // another drill than the one that was watched
      if (fewer) moments.value = [];
      else if (found.moments.length) moments.value = [...moments.value, ...found.moments];
      if (fewer) news = true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    } finally {
      asking = false;
    }
    if (!watched.value?.over) next();
  }

  function next(): void {
    window.clearTimeout(timer);
    if (!over) timer = window.setTimeout(() => void ask(), news ? SOON_MS : IDLE_MS);
  }

  watch(
    () => [live.tidings.length, live.status.value],
    () => {
      if (!news) {
        news = true;
        next();
      }
    },
  );
  onScopeDispose(() => {
    over = true;
    window.clearTimeout(timer);
  });
  void ask();
  return { watched, moments };
}
