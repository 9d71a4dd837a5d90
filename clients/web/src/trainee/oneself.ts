/** Oneself: the own body among those that are seen, for a picture from above. */
import type { Scene } from "@/scene/scene";
import type { Body } from "./seat";

export function sceneWithSelf(scene: Scene, own: string, body: Body): Scene {
  const posture = body.moving ? "walking" : body.doing === "operate" ? "operate" : "standing";
  const self = { seat: own, x_m: body.x_m, y_m: body.y_m, place: body.place, posture, worn: body.worn, look: null };
  return { ...scene, people: [...scene.people, self] };
}
