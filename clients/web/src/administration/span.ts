/** Days, hours and minutes of a span in seconds. */
export function span(seconds: number): { d: number; h: number; m: number } {
  const minutes = Math.floor(seconds / 60);
  return { d: Math.floor(minutes / 1440), h: Math.floor(minutes / 60) % 24, m: minutes % 60 };
}
