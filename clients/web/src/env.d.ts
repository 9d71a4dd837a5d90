import "vue-router";
import type { Screen } from "@/shell/screens";

declare module "vue-router" {
  interface RouteMeta {
    screen?: Screen;
  }
}
