/** Plan: the site from above, for every screen that shows where things are. */
export { default as PlanView } from "./PlanView.vue";
