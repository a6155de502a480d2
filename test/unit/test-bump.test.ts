import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isNewer, routes } from "../../scripts/test-bump-replay.js";
import { ROOT } from "../support/run.js";

describe("the replay of the API versions", () => {
  test("visits all versions in order, and in another copy only the last one", () => {
    expect(routes(["2.0.10", "2.0.2", "2.0.9"])).toEqual([["2.0.2", "2.0.9", "2.0.10"], ["2.0.10"]]);
    expect(routes(["2.0.2"])).toEqual([["2.0.2"]]);
    expect(routes([])).toEqual([]);
  });

  test.each([
    ["2.0.10", "2.0.9", true],
    ["2.0.9", "2.0.10", false],
    ["2.0.9", "2.0.9", false],
  ])("compares %s with %s: newer is %s", (version, other, expected) => {
    expect(isNewer(version, other)).toBe(expected);
  });

  test("reads each version from a file of its name", () => {
    const folder = join(ROOT, "test/fixtures/history");
    for (const name of readdirSync(folder)) {
      const { info } = JSON.parse(readFileSync(join(folder, name), "utf8"));
      expect(`${info.version}.json`).toBe(name);
    }
  });
});
