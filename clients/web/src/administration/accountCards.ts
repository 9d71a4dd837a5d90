import type { Both } from "@/locale";

/** An account whose first password is known at this moment, to be printed. */
export interface AccountCard {
  name: string;
  role: Both;
  password: string;
}
