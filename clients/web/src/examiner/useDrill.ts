/** What is known of the drill beside its course: the drill, its scenario, the site. Asked again until it is there. */
import { onScopeDispose, shallowRef, type ShallowRef } from "vue";
import { answer, ProblemError, type Schemas } from "@/rest";
import { rest } from "@/rest/session";
import type { Site } from "@/scene/scene";

export interface DrillFacts {
  drill: Schemas["DrillOut"];
  scenario: Schemas["BriefingOut"];
  site: Site;
}

export function useDrillFacts(id: string): {
  facts: ShallowRef<DrillFacts | null>;
  problem: ShallowRef<ProblemError | null>;
} {
  const facts = shallowRef<DrillFacts | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  let timer = 0;

  async function ask(): Promise<void> {
    try {
      const drill = await answer(rest.GET("/api/drills/{drill}", { params: { path: { drill: id } } }));
      const path = { scenario: drill.scenario };
      const scenario = await answer(rest.GET("/api/scenarios/{scenario}", { params: { path } }));
      facts.value = { drill, scenario, site: scenario.site as unknown as Site };
      problem.value = null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problem.value = error;
      if (error.offline) timer = window.setTimeout(() => void ask(), 2000);
    }
  }

  onScopeDispose(() => window.clearTimeout(timer));
  void ask();
  return { facts, problem };
}
