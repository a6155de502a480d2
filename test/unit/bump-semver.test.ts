import { describe, expect, it } from "vitest";
import { Problem } from "../../scripts/problem.js";
import type { Comparison } from "../../scripts/spec-bump/comparison.js";
import { nextVersion } from "../../scripts/spec-bump/semver.js";
import { change, changed, comparison } from "../support/make-comparison.js";

const HARMLESS = { breaking: false } as const;
const OPERATION = { method: "GET", path: "/v1/outlets", operationId: "listOutlets" };
const within = (one: ReturnType<typeof change>) => [changed("GET /v1/outlets", "listOutlets", one)];

const BREAKING = comparison({}, true);
const ADDITIONS: [string, Comparison][] = [
  ["a new operation", comparison({ added: [OPERATION] })],
  ["a new region", comparison({ regions: { added: ["ca"], removed: [] } })],
  ["a new property", comparison({ changed: within(change("body.a", "is new", { ...HARMLESS, adds: true })) })],
  ["a general addition", comparison({ general: [change("security", "asks", { ...HARMLESS, adds: true })] })],
];
const REST: [string, Comparison][] = [
  ["a harmless change", comparison({ to: "4.1.3", changed: within(change("body.a", "is", HARMLESS)) })],
  ["a harmless general change", comparison({ to: "4.1.3", general: [change("the key", "is", HARMLESS)] })],
  ["another version of the API with nothing else", comparison()],
];

describe("the next version of the package", () => {
  it.each<[string, string, string, string]>([
    ["0.1.0", "minor", "0.2.0", "below 1.0"],
    ["0.12.7", "minor", "0.13.0", "below 1.0"],
    ["1.0.0", "major", "2.0.0", "from 1.0"],
    ["12.3.4", "major", "13.0.0", "from 1.0"],
  ])("after %s is a %s version, %s, if callers break (%s)", (from, step, version) => {
    expect(nextVersion(from, BREAKING)).toEqual({ version, reason: `a ${step} version, because callers break` });
  });

  it("is that for the breaking change, whatever else has changed", () => {
    expect(nextVersion("1.2.3", comparison({ added: [OPERATION] }, true)).version).toBe("2.0.0");
  });

  it.each(ADDITIONS)("is a minor version for %s, and below 1.0 a patch", (_, next) => {
    expect(nextVersion("1.2.3", next)).toEqual({ version: "1.3.0", reason: "a minor version" });
    expect(nextVersion("0.2.3", next)).toEqual({ version: "0.2.4", reason: "a patch" });
  });

  it.each(REST)("is a patch for %s", (_, next) => {
    expect(nextVersion("1.2.9", next)).toEqual({ version: "1.2.10", reason: "a patch" });
    expect(nextVersion("0.2.3", next)).toEqual({ version: "0.2.4", reason: "a patch" });
  });

  it("is the same if only words have changed", () => {
    const reason = "the same version, because only words have changed";
    expect(nextVersion("0.2.3", comparison({ to: "4.1.3" }))).toEqual({ version: "0.2.3", reason });
  });
});

describe("the version of the package", () => {
  it.each(["", "1.2", "v1.2.3", "1.2.3-rc.1", "1.2.3\n", "next"])(
    "must be major.minor.patch: %j is refused",
    (version) => {
      const refusal = () => nextVersion(version, BREAKING);
      expect(refusal).toThrow(Problem);
      expect(refusal).toThrow(/^package\.json: [^\n]+$/);
    },
  );

  it("must exist", () => {
    expect(() => nextVersion(undefined as unknown as string, BREAKING)).toThrow(Problem);
  });
});
