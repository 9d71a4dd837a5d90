/** The headset's door: the button; all else comes when it is pressed. */
export { default as EnterVr } from "./EnterVr.vue";
