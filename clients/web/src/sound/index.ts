/** The door of all sound. Whatever is heard is told as a caption too: `Listening`, `captionOf(kind)`. */
export { SoundScape } from "./scape";
export { type Begun, captionOf, type DeedKind, type Ears, Listening, type Sound, type SoundKind, soundsOf, stepsBetween } from "./sounds";
