/** The world's door. */
export { BorrowedEye } from "./borrowed";
export type { Eye, FreeEye } from "./eye";
export type { Picked } from "./picking";
export { sightOf } from "./weather";
export { World, type WorldOptions, type WorldStats } from "./world";
export { default as WorldView } from "./WorldView.vue";
