import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retryAfterMs } from "../../src/transport/retry-after.js";

const NOW = Date.parse("Tue, 24 Nov 2026 00:00:00 GMT");
const read = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), NOW);

// Not the zone of most machines that run tests, so that a date read as local time shows.
let zone: string | undefined;
beforeAll(() => {
  zone = process.env.TZ;
  process.env.TZ = "America/New_York";
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("the wait that a response asks for", () => {
  test.each([
    ["0", 0],
    ["7", 7_000],
    ["1.5", 1_500],
    ["0.0001", 1],
    [" 7 ", 7_000],
    ["Tue, 24 Nov 2026 00:00:05 GMT", 5_000],
    ["Tuesday, 24-Nov-26 00:00:05 GMT", 5_000],
    ["Tue Nov 24 00:00:05 2026", 5_000],
    ["2147483647", 2_147_483_647_000],
  ])("is that of Retry-After: %s", (value, ms) => {
    expect(read({ "retry-after": value })).toBe(ms);
  });

  test.each([
    "",
    "soon",
    "-1",
    "+1",
    "1e3",
    "0x10",
    "1,5",
    "1, 2",
    ".5",
    "5.",
    "NaN",
    "Infinity",
    "Mon, 23 Nov 2026 23:59:59 GMT",
    "Tue, 99 Foo 2026 00:00:05 GMT",
    "Tue, 99 Foo 99999 00:00:05 GMT",
    "1e400",
    "2026-11-24T00:00:05Z",
    "May",
  ])("is none that makes sense for Retry-After: %s", (value) => {
    expect(read({ "retry-after": value })).toBeUndefined();
  });

  test.each([
    "2147483648",
    "9".repeat(20),
    "9".repeat(400),
    `${"9".repeat(400)}.5`,
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Fri, 31 Dec 10000 23:59:59 GMT",
    `Fri, 31 Dec ${"9".repeat(400)} 23:59:59 GMT`,
    "Fri Dec 31 23:59:59 10000",
  ])("is the longest that there is where it overflows: %s", (value) => {
    expect(read({ "retry-after": value })).toBe(2_147_483_648_000);
  });

  test.each([
    [{ "retry-after-ms": "700" }, 700],
    [{ "retry-after-ms": "700.2" }, 701],
    [{ "retry-after-ms": "700", "retry-after": "9" }, 700],
    [{ "retry-after-ms": "soon", "retry-after": "9" }, 9_000],
    [{ "retry-after-ms": "-700", "retry-after": "9" }, 9_000],
    [{ "retry-after-ms": "9".repeat(400), "retry-after": "9" }, 2_147_483_648_000],
    [{ "retry-after-ms": "2147483648001" }, 2_147_483_648_000],
  ])("is in Retry-After-Ms where that makes sense: %o", (headers, ms) => {
    expect(read(headers as Record<string, string>)).toBe(ms);
  });

  test("is until a date by the response's own clock", () => {
    const headers = { date: "Mon, 23 Nov 2026 23:59:00 GMT", "retry-after": "Tue, 24 Nov 2026 00:00:05 GMT" };
    expect(read(headers)).toBe(65_000);
    for (const date of ["whenever", "May", "5"]) expect(read({ ...headers, date })).toBe(5_000);
  });
});
