import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../support/run.js";

const read = (path: string) => readFile(join(ROOT, path), "utf8");

test("the release workflow tests before it publishes, with provenance and without a token", async () => {
  const text = await read(".github/workflows/release.yml");
  const { on, permissions, jobs } = parse(text);
  expect(on).toEqual({ push: { tags: ["v*"] } });
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs.publish.needs).toBe("test");
  expect(jobs.publish.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(jobs.publish.steps.at(-1).run).toBe("npm publish --provenance --access public");
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});

test("the release workflow pins every action to a commit", async () => {
  const uses = [...(await read(".github/workflows/release.yml")).matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("the changelog describes the version of package.json, for a version of the API", async () => {
  const { version } = JSON.parse(await read("package.json"));
  expect(await read("CHANGELOG.md")).toContain(`\n## ${version} (API `);
});
