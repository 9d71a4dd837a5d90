/** A small plant and an empty scene, for tests. */
import type { Scene, Site } from "@/scene/scene";

const name = ["名", "name"] as const;
const place = { name, indoors: false, panel: false, scba: false };
const device = { name, stroke_s: 0, turns: 0, turn_s: 0, remote: false, local: true, bund: "" };

export const SITE: Site = {
  id: "sample",
  name,
  places: [
    { ...place, id: "PH", x_m: 140, y_m: 20, kind: "pump_house" },
    { ...place, id: "HV1", x_m: 27, y_m: -5, kind: "valve_station" },
    { ...place, id: "FM1", x_m: 45, y_m: -42, kind: "monitor" },
    { ...place, id: "SW", x_m: 150, y_m: -20, kind: "switchroom" },
    { ...place, id: "WK", x_m: 150, y_m: 110, kind: "wind_sock" },
    { ...place, id: "RB", x_m: 20, y_m: -12, kind: "road" },
  ],
  ways: [],
  bunds: [
    { id: "B1", x0_m: 0, y0_m: 0, x1_m: 80, y1_m: 40, wall_m: 2 },
    { id: "B2", x0_m: 0, y0_m: 60, x1_m: 80, y1_m: 100, wall_m: 2 },
  ],
  tanks: [
    { id: "T-101", name, bund: "B1", x_m: 20, y_m: 20, diameter_m: 22, rim_m: 14.5, product: "petrol" },
    { id: "T-102", name, bund: "B1", x_m: 60, y_m: 20, diameter_m: 22, rim_m: 14.5, product: "petrol" },
  ],
  devices: [
    { ...device, id: "P-101", kind: "pump", place: "PH", normal: "running" },
    { ...device, id: "HV-101", kind: "hand_valve", place: "HV1", normal: "open", turns: 25 },
    { ...device, id: "PB-1", kind: "breaker", place: "SW", normal: "running" },
    { ...device, id: "FM-1", kind: "monitor", place: "FM1", normal: "closed" },
    { ...device, id: "MCP-1", kind: "alarm_point", place: "WK", normal: "off" },
  ],
  instruments: [],
  lines: [{ pump: "P-101", valves: ["HV-101"], tank: "T-101" }],
  channels: [],
  portable: [],
  crowds: [
    { id: "welders", name, place: "RB", number: 2 },
    { id: "staff", name, place: "RB", number: 8 },
  ],
};

export function scene(with_: Partial<Scene> = {}): Scene {
  return {
    tick: 0,
    seat: "",
    at: "",
    night: false,
    fog: false,
    rain: false,
    wind_m_s: null,
    sock: null,
    heard: [],
    people: [],
    crowds: [],
    vehicles: [],
    devices: [],
    tanks: [],
    bunds: [],
    sparks: [],
    sights: [],
    casualties: [],
    cloud: [],
    muster: "",
    post: "",
    zone_m: 0,
    workStopped: false,
    ...with_,
  };
}
