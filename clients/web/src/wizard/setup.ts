/** The first set-up: its steps and how far each is, kept on the server, so that another tablet goes on where this one stopped. */
import { ref } from "vue";
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type Setup = Schemas["SetupOut"];
export type Step = Schemas["Step"];
export type StepState = Schemas["StepChange"]["state"];

export const setup = ref<Setup | null>(null);

export async function readSetup(): Promise<void> {
  setup.value = await answer(rest.GET("/api/setup"));
}

export async function mark(step: Step, state: StepState): Promise<void> {
  setup.value = await answer(rest.PUT("/api/setup/{step}", { params: { path: { step } }, body: { state } }));
}

/** Where to go on: the first open step after this one, else the first open one at all. */
export function nextOpen(of: Setup, after: Step | null): Step | null {
  const from = of.steps.findIndex((one) => one.step === after) + 1;
  const inOrder = [...of.steps.slice(from), ...of.steps.slice(0, from)];
  return inOrder.find((one) => one.state === "open")?.step ?? null;
}

let offered = false;

/** Whether to lead there unasked: nothing of it has been done or skipped, and it was not left a moment ago. */
export function offerOnce(of: Setup): boolean {
  const fresh = !offered && of.steps.every((one) => one.state === "open");
  offered = true;
  return fresh;
}
