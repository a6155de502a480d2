import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as system from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claim, type FileSystem, isInterrupted, putInPlace, resume } from "../../scripts/spec-bump/put-in-place.js";

const OLD = { "openapi/agents.yaml": "old", "generated/a.ts": "old", "generated/gone.ts": "old", "package.json": "{}" };
const NEW = {
  "openapi/agents.yaml": "new",
  "generated/a.ts": "new",
  "generated/b.ts": "new",
  "package.json": '{"v":1}',
};
const CHANGES = new Map<string, string | null>([...Object.entries(NEW), ["generated/gone.ts", null]]);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "polyai-agents-"));
  for (const [path, text] of Object.entries(OLD)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

/** Every file below the root but those of a bump under way. */
function files(): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const own = names.filter((name) => !name.startsWith(".spec-bump"));
  return Object.fromEntries(own.map((name) => [name, readFileSync(join(root, name), "utf8")]));
}

/** A file system that fails at a step, and at every later one, as it is when the process is gone or the disk is full. */
function failingAt(step: number): FileSystem & { steps: number } {
  const counted = <F extends (...args: never[]) => Promise<unknown>>(real: F) =>
    (async (...args: never[]) => {
      fs.steps += 1;
      if (fs.steps >= step) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      return real(...args);
    }) as unknown as F;
  const fs = {
    steps: 0,
    mkdir: counted(system.mkdir) as typeof system.mkdir,
    open: counted(system.open),
    rename: counted(system.rename),
    rm: counted(system.rm),
  };
  return fs;
}

describe("putting files in place", () => {
  test("replaces, adds and removes, and leaves nothing else behind", async () => {
    await putInPlace(root, CHANGES);
    expect(files()).toEqual(NEW);
    expect(readdirSync(root)).not.toContain(".spec-bump");
  });

  test("leaves the old state or one that is known to be unfinished, at whatever step it ends, and can be finished", async () => {
    const { steps } = await counting();
    const seen = { old: 0, unfinished: 0 };
    for (let step = 1; step <= steps; step += 1) {
      for (const path of Object.keys(files())) rmSync(join(root, path));
      for (const [path, text] of Object.entries(OLD)) writeFileSync(join(root, path), text);
      await expect(putInPlace(root, CHANGES, failingAt(step)), `step ${step}`).rejects.toThrow("ENOSPC");
      if (isInterrupted(root)) {
        seen.unfinished += 1;
        await resume(root);
        expect(files(), `step ${step}`).toEqual(NEW);
      } else if (files()["package.json"] === "{}") {
        seen.old += 1;
        expect(files(), `step ${step}`).toEqual(OLD);
      } else {
        expect(files(), `step ${step}`).toEqual(NEW);
      }
      rmSync(join(root, ".spec-bump"), { recursive: true, force: true });
    }
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.unfinished).toBeGreaterThan(3);
  });

  test("does not finish over a file that was changed meanwhile", async () => {
    const { steps } = await counting();
    await expect(putInPlace(root, CHANGES, failingAt(steps - 1))).rejects.toThrow("ENOSPC");
    writeFileSync(join(root, "package.json"), "mine");
    await expect(resume(root)).rejects.toThrow(/^package.json was changed while a spec:bump was interrupted: restore/);
    expect(files()["package.json"]).toBe("mine");
  });

  async function counting() {
    const fs = failingAt(Number.POSITIVE_INFINITY);
    await putInPlace(root, CHANGES, fs);
    for (const path of Object.keys(files())) rmSync(join(root, path));
    for (const [path, text] of Object.entries(OLD)) writeFileSync(join(root, path), text);
    return fs;
  }
});

describe("the folder of a bump", () => {
  test("is one process's at a time, and a dead one's is taken over", () => {
    mkdirSync(join(root, ".spec-bump"));
    writeFileSync(join(root, ".spec-bump/pid"), String(process.ppid));
    expect(() => claim(root)).toThrow(`another spec:bump is running (process ${process.ppid}): wait for it to end`);
    // No process has the highest number that there can be.
    writeFileSync(join(root, ".spec-bump/pid"), String(2 ** 22));
    writeFileSync(join(root, ".spec-bump/leftover"), "");
    const leave = claim(root);
    expect(readdirSync(join(root, ".spec-bump"))).toEqual(["pid"]);
    leave();
    expect(files()).toEqual(OLD);
    expect(readdirSync(root)).not.toContain(".spec-bump");
  });
});
