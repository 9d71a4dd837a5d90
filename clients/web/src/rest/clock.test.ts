import { expect, test } from "vitest";
import { hearClock, serverNow } from "./clock";

test("now is the server's, whatever this device's clock says", () => {
  const wrong_ms = Date.UTC(2001, 0, 1);
  expect(serverNow(wrong_ms)).toBe("2001-01-01T00:00:00.000Z");
  hearClock("Sun, 01 Mar 2026 08:00:00 GMT", wrong_ms);
  expect(serverNow(wrong_ms + 90_000)).toBe("2026-03-01T08:01:30.000Z");
  hearClock(null, wrong_ms);
  hearClock("soon", wrong_ms);
  expect(serverNow(wrong_ms)).toBe("2026-03-01T08:00:00.000Z");
});
