/** Problems: why the server did not take a message, from the protocol's own table. */
import { CODES } from "@protocol";
import { said, type Both } from "@/locale";

export function problemText(code: string): string {
  const known = (CODES as Record<string, Both>)[code];
  return known ? said(known) : code;
}
