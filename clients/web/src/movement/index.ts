/** Movement: the own body in the world, by the law of the server. For the flat trainee and for the headset. */
export type { PadKey } from "./gamepad";
export { Input, typesInto, type Intent } from "./input";
export * from "./law";
export { Walker, type BodyTold, type Steering } from "./walker";
export { steeringOf } from "./steering";
