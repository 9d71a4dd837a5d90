/** Solids: plain bodies in one geometry with a colour a vertex, so that a whole thing is one draw call. */
import { BoxGeometry, BufferAttribute, type BufferGeometry, Color, CylinderGeometry, SphereGeometry } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";

const paint = new Color();

/** Collects bodies. x east, y up, z south, metres; where: the middle of the body. */
export class Solids {
  private readonly parts: BufferGeometry[] = [];

  box(colour: number, wide: number, high: number, deep: number, x = 0, y = 0, z = 0, turn_rad = 0): this {
    return this.add(new BoxGeometry(wide, high, deep).rotateY(turn_rad).translate(x, y, z), colour);
  }

  /** axis: which way it stands. */
  cylinder(
    colour: number,
    top_m: number,
    foot_m: number,
    long: number,
    x = 0,
    y = 0,
    z = 0,
    { axis = "y", sides = 12, open = false }: { axis?: "x" | "y" | "z"; sides?: number; open?: boolean } = {},
  ): this {
    const made = new CylinderGeometry(top_m, foot_m, long, sides, 1, open);
    if (axis === "x") made.rotateZ(-Math.PI / 2);
    if (axis === "z") made.rotateX(Math.PI / 2);
    return this.add(made.translate(x, y, z), colour);
  }

  ball(colour: number, radius_m: number, x = 0, y = 0, z = 0, high = 1, upper = false): this {
    const made = new SphereGeometry(radius_m, 12, 8, 0, 2 * Math.PI, 0, upper ? Math.PI / 2 : Math.PI);
    return this.add(made.scale(1, high, 1).translate(x, y, z), colour);
  }

  add(made: BufferGeometry, colour: number): this {
    made.deleteAttribute("uv");
    const count = made.getAttribute("position").count;
    paint.set(colour);
    const colours = new Float32Array(count * 3);
    for (let n = 0; n < count; n += 1) paint.toArray(colours, n * 3);
    made.setAttribute("color", new BufferAttribute(colours, 3));
    this.parts.push(made);
    return this;
  }

  get empty(): boolean {
    return this.parts.length === 0;
  }

  done(): BufferGeometry {
    const whole = mergeGeometries(this.parts);
    for (const part of this.parts) part.dispose();
    return whole;
  }
}
