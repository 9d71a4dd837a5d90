/** Stand: how the room in which one wears the headset lies in the world. The body's place is the server's; the room is
 * hung on it, and leaning out of the body moves the eyes, not the body. Angles anticlockwise from above, as in three.js.
 */
interface Flat {
  x: number;
  z: number;
}

export const EYE_M = 1.65;

export class Stand {
  /** How the room is turned. */
  turn_rad = 0;
  /** How far its floor is off the ground: seated, or lying. */
  lift_m = 0;
  /** The point of the room that stands where the body stands. */
  private centre: Flat = { x: 0, z: 0 };

  /** The head as it is now is above the body. */
  recentre(head: Flat & { y: number }, seated: boolean): void {
    this.centre = { x: head.x, z: head.z };
    this.lift_m = seated ? EYE_M - head.y : 0;
  }

  /** Turn about the head: the eyes stay where they are in the world. */
  turnBy(left_rad: number, head: Flat): void {
    const lean = turned({ x: head.x - this.centre.x, z: head.z - this.centre.z }, -left_rad);
    this.centre = { x: head.x - lean.x, z: head.z - lean.z };
    this.turn_rad += left_rad;
  }

  /** Where the room's origin lies, the body being at this point. */
  origin(body: Flat): Flat {
    const off = turned(this.centre, this.turn_rad);
    return { x: body.x - off.x, z: body.z - off.z };
  }

  /** How far the head is out of the body, flat. */
  lean_m(head: Flat): number {
    return Math.hypot(head.x - this.centre.x, head.z - this.centre.z);
  }
}

export function turned({ x, z }: Flat, left_rad: number): Flat {
  const cos = Math.cos(left_rad);
  const sin = Math.sin(left_rad);
  return { x: x * cos + z * sin, z: -x * sin + z * cos };
}
