/** Catalogue: the scenarios by id, read once. */
import { shallowRef, type ShallowRef } from "vue";
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type ScenarioShort = Schemas["ScenarioOut"];

const scenarios = shallowRef<readonly ScenarioShort[]>([]);
let asked: Promise<void> | null = null;

/** Read the catalogue, unless it is at hand. ProblemError. */
export async function readCatalogue(): Promise<void> {
  asked ??= answer(rest.GET("/api/scenarios")).then((found) => {
    scenarios.value = found;
  });
  try {
    await asked;
  } catch (error) {
    asked = null;
    throw error;
  }
}

export function useCatalogue(): ShallowRef<readonly ScenarioShort[]> {
  return scenarios;
}
