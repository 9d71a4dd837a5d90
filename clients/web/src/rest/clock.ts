/** Clock: the server's, by the Date of its answers, so that "saved at" is one time on every device. Whole seconds. */
let ahead_ms = 0;

/** An answer has come. date: its Date header, null = it has none. */
export function hearClock(date: string | null, here_ms = Date.now()): void {
  const there_ms = Date.parse(date ?? "");
  if (!Number.isNaN(there_ms)) ahead_ms = there_ms - here_ms;
}

/** Now on the server, ISO 8601; on this device's own clock before the first answer. */
export function serverNow(here_ms = Date.now()): string {
  return new Date(here_ms + ahead_ms).toISOString();
}
