/** Asking the server from a form: busy while it lasts, what is wrong if it fails. */
import { ref, type Ref } from "vue";
import type { Both } from "@/locale";
import { ProblemError } from "@/rest";

export interface Asking {
  busy: Ref<boolean>;
  wrong: Ref<Both | null>;
  /** Whether it went well; what failed otherwise than by a problem of the server is thrown on. */
  ask: (work: () => Promise<void>) => Promise<boolean>;
}

export function useAsking(): Asking {
  const busy = ref(false);
  const wrong = ref<Both | null>(null);
  async function ask(work: () => Promise<void>): Promise<boolean> {
    busy.value = true;
    wrong.value = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      wrong.value = error.text;
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, wrong, ask };
}
