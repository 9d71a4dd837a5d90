/** The door of all sound. Whatever is heard is told as a caption too: `soundsOf(scene, site)`, `captionOf(kind)`. */
export { SoundScape } from "./scape";
export { captionOf, type DeedKind, type Ears, type Sound, type SoundKind, soundsOf, stepsBetween } from "./sounds";
