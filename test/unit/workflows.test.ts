/** What the workflows of the project may do. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../support/run.js";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Record<string, string>;
  readonly steps: Step[];
}

interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const folder = join(ROOT, ".github/workflows");
const workflows = readdirSync(folder).map((name): [string, Workflow] => [
  name,
  parse(readFileSync(join(folder, name), "utf8")),
]);

describe.each(workflows)("%s", (_, { permissions, jobs }) => {
  test("pins every action by its commit", () => {
    const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  test("can write to the repository only in jobs that run no code of the project", () => {
    expect(permissions).toEqual({ contents: "read" });
    for (const { permissions: { "id-token": _, ...own } = {}, steps } of Object.values(jobs)) {
      if (!Object.values(own).includes("write")) continue;
      expect(steps.map(({ run = "" }) => run).join("\n")).not.toMatch(/\b(?:npm|npx|node|tsx)\b/);
    }
  });
});

describe("the branch of a bump", () => {
  const script = workflows
    .flatMap(([, { jobs }]) => Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run)))
    .find((run) => run.includes("branch="));
  const lines = script?.split("\n").filter((line) => /^(?:version|branch)=/.test(line)) ?? [];

  test.each([
    ["2.10.1", "spec-bump/v2-10-1"],
    ["$(touch x); `id`", "spec-bump/vtouchxid"],
    ["../../main", "spec-bump/v----main"],
    ["-rf.lock", "spec-bump/v-rf-lock"],
    ["x".repeat(99), `spec-bump/v${"x".repeat(40)}`],
  ])("is safe for the version %j", (version, branch) => {
    const temp = mkdtempSync(join(tmpdir(), "workflow-"));
    try {
      mkdirSync(join(temp, "bump"));
      writeFileSync(join(temp, "bump/version"), `${version}\nsecond line\n`);
      const command = [...lines, 'git check-ref-format --branch "$branch"'].join("\n");
      const env = { ...process.env, RUNNER_TEMP: temp };
      expect(execFileSync("bash", ["-e", "-c", command], { env, encoding: "utf8" })).toBe(`${branch}\n`);
    } finally {
      rmSync(temp, { recursive: true });
    }
  });
});
