/** Compass: where the wind comes from. */
export const OCTANTS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
export type Octant = (typeof OCTANTS)[number];

/** Degrees clockwise from north that a wind (east, north) comes from. */
export function comesFrom(u_m_s: number, v_m_s: number): number {
  return (Math.atan2(-u_m_s, -v_m_s) * 180) / Math.PI + (u_m_s > 0 ? 360 : 0);
}

export function octant(degrees: number): Octant {
  return OCTANTS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] as Octant;
}
