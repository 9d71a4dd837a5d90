/** Opened: what the routes of the debrief give, and how they are asked. */
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type Opening = Schemas["OpeningOut"];
export type Course = Schemas["CourseOut"];
export type Curve = Schemas["Curve"];
export type Model = Schemas["ExpertOut"];
export type States = Schemas["StatesOut"];
export type Frame = Schemas["Frame"];
export type Item = Schemas["ItemTold"];

const path = (drill: string) => ({ params: { path: { drill } } });

export function loadOpening(drill: string): Promise<Opening> {
  return answer(rest.GET("/api/drills/{drill}/debrief", path(drill)));
}

export function loadCourse(drill: string): Promise<Course> {
  return answer(rest.GET("/api/drills/{drill}/debrief/course", path(drill)));
}

export function loadModel(drill: string): Promise<Model> {
  return answer(rest.GET("/api/drills/{drill}/debrief/model", path(drill)));
}

/** Where the site's model in three dimensions is. */
export async function loadModelUrl(scenario: string): Promise<string> {
  const told = await answer(rest.GET("/api/scenarios/{scenario}", { params: { path: { scenario } } }));
  return told.model.url;
}

export interface Wanted {
  from: number;
  to: number;
  step: number;
  seat: string;
}

export function loadStates(drill: string, { from, to, step, seat }: Wanted): Promise<States> {
  const query = { from_tick: from, to_tick: to, step, seat };
  return answer(rest.GET("/api/drills/{drill}/debrief/states", { params: { path: { drill }, query } }));
}

/** The value of a curve at a tick; hundredths, once a second, one value alone: always so. */
export function valueAt(curve: Curve, tick: number): number {
  const at = Math.min(Math.max(0, Math.floor(tick / 20)), curve.hundredths.length - 1);
  return (curve.hundredths[at] ?? 0) / 100;
}
