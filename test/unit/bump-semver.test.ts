import { describe, expect, it } from "vitest";
import { Problem } from "../../scripts/problem.js";
import type { Comparison } from "../../scripts/spec-bump/comparison.js";
import { nextVersion } from "../../scripts/spec-bump/semver.js";
import { change, changed, comparison } from "../support/comparison.js";

const HARMLESS = { breaking: false } as const;
const OPERATION = { method: "GET", path: "/v1/outlets", operationId: "listOutlets" };
const within = (one: ReturnType<typeof change>) => [changed("GET /v1/outlets", "listOutlets", one)];

const BREAKING = comparison({}, true);
const ADDITIONS: [string, Comparison][] = [
  ["an operation that is new", comparison({ added: [OPERATION] })],
  ["a region that is new", comparison({ regions: { added: ["ca"], removed: [] } })],
  ["a property that is new", comparison({ changed: within(change("body.a", "is new", { ...HARMLESS, adds: true })) })],
  ["something new in general", comparison({ general: [change("security", "asks", { ...HARMLESS, adds: true })] })],
];
const REST: [string, Comparison][] = [
  ["a change that breaks no one", comparison({ to: "4.1.3", changed: within(change("body.a", "is", HARMLESS)) })],
  ["a general change that breaks no one", comparison({ to: "4.1.3", general: [change("the key", "is", HARMLESS)] })],
  ["another version of the API with nothing else", comparison()],
];

describe("the step that a version of the API asks of the package", () => {
  it.each<[string, string, string, string]>([
    ["0.1.0", "minor", "0.2.0", "below 1.0"],
    ["0.12.7", "minor", "0.13.0", "below 1.0"],
    ["1.0.0", "major", "2.0.0", "from 1.0"],
    ["12.3.4", "major", "13.0.0", "from 1.0"],
  ])("from %s is %s, to %s, where it breaks callers: %s", (from, step, version) => {
    expect(nextVersion(from, BREAKING)).toEqual({ step, version });
  });

  it("is that of the break, whatever has come with it", () => {
    expect(nextVersion("1.2.3", comparison({ added: [OPERATION] }, true)).step).toBe("major");
  });

  it.each(ADDITIONS)("is a minor one for %s, and below 1.0 a patch", (_, next) => {
    expect(nextVersion("1.2.3", next)).toEqual({ step: "minor", version: "1.3.0" });
    expect(nextVersion("0.2.3", next)).toEqual({ step: "patch", version: "0.2.4" });
  });

  it.each(REST)("is a patch for %s", (_, next) => {
    expect(nextVersion("1.2.9", next)).toEqual({ step: "patch", version: "1.2.10" });
    expect(nextVersion("0.2.3", next)).toEqual({ step: "patch", version: "0.2.4" });
  });

  it("is none where nothing differs but words", () => {
    expect(nextVersion("0.2.3", comparison({ to: "4.1.3" }))).toEqual({ step: "none", version: "0.2.3" });
  });
});

describe("a package without a plain version", () => {
  it.each(["", "1.2", "v1.2.3", "1.2.3-rc.1", "1.2.3\n", "next"])("is a problem told in one line: %j", (version) => {
    const refusal = () => nextVersion(version, BREAKING);
    expect(refusal).toThrow(Problem);
    expect(refusal).toThrow(/^package\.json: [^\n]+$/);
  });

  it("is a problem when it has none at all", () => {
    expect(() => nextVersion(undefined as unknown as string, BREAKING)).toThrow(Problem);
  });
});
