/** How the panel stands: how many sheets are locked; once that may be seen, what they come to. */
import { onScopeDispose, shallowRef, watch, type ShallowRef } from "vue";
import { answer, ProblemError, type Schemas } from "@/rest";
import { rest } from "@/rest/session";
import type { LiveDrill } from "@/live/drill";

export type Panel = Schemas["PanelAnswer"];
export type Outcome = Schemas["OutcomeAnswer"];

const EVERY_MS = 5000;

/** known: false until it was asked once. panel: null = the drill has none, or it is not for this account. */
export function usePanel(live: LiveDrill): {
  panel: ShallowRef<Panel | null>;
  known: ShallowRef<boolean>;
  refresh: () => Promise<void>;
} {
  const panel = shallowRef<Panel | null>(null);
  const known = shallowRef(false);
  let timer = 0;
  let over = false;

  async function refresh(): Promise<void> {
    try {
      panel.value = await answer(rest.GET("/api/drills/{drill}/panel", { params: { path: { drill: live.id } } }));
      known.value = true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.status === 404) known.value = true;
    }
    window.clearTimeout(timer);
    if (!over && panel.value?.state !== "final" && !(known.value && !panel.value)) {
      timer = window.setTimeout(() => void refresh(), EVERY_MS);
    }
  }

  watch([live.locked, live.phase], () => void refresh());
  onScopeDispose(() => {
    over = true;
    window.clearTimeout(timer);
  });
  void refresh();
  return { panel, known, refresh };
}
