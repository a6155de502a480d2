import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Problem } from "../../scripts/problem.js";
import { refuseUncommitted, undo, write } from "../../scripts/spec-bump/git.js";
import { commitAll } from "../support/repository.js";
import { run } from "../support/run.js";

const CHANGES = new Map([
  ["a.md", "new\n"],
  ["b.md", "new\n"],
]);

let root: string;
const put = (name: string, text: string) => writeFile(join(root, name), text);
const read = (name: string) => readFile(join(root, name), "utf8");

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "bump-git-"));
  for (const name of ["a.md", "b.md", "other.md"]) await put(name, "old\n");
  await commitAll(root);
});
afterEach(() => rm(root, { recursive: true }));

describe("uncommitted changes", () => {
  test("files without uncommitted changes are accepted", async () => {
    await put("other.md", "mine\n");
    await put("new file.md", "mine\n");
    await expect(refuseUncommitted(root, CHANGES)).resolves.toBeUndefined();
  });

  test.each([
    ["changed", () => put("b.md", "mine\n")],
    ["changed and staged", () => put("b.md", "mine\n").then(() => run("git", ["add", "b.md"], { cwd: root }))],
    ["deleted", () => rm(join(root, "b.md"))],
    ["not known to git", () => run("git", ["rm", "-q", "--cached", "b.md"], { cwd: root })],
  ])("of a file that is %s are refused", async (_, change) => {
    await change();
    const refusal = refuseUncommitted(root, CHANGES);
    await expect(refusal).rejects.toBeInstanceOf(Problem);
    await expect(refusal).rejects.toThrow(/^these files have uncommitted changes: b\.md(?:, b\.md)?\. Commit or stash/);
  });

  test("are unknown outside of git, which is refused", async () => {
    await rm(join(root, ".git"), { recursive: true });
    const refusal = refuseUncommitted(root, CHANGES);
    await expect(refusal).rejects.toBeInstanceOf(Problem);
    await expect(refusal).rejects.toThrow(/^git cannot say .+\. spec:bump needs git to undo its changes$/);
  });
});

describe("the changes of a bump", () => {
  test("are undone by the printed command", async () => {
    await write(root, CHANGES);
    expect(await read("a.md")).toBe("new\n");
    expect(undo(CHANGES)).toBe("git restore a.md b.md");
    await run("git", ["restore", "a.md", "b.md"], { cwd: root });
    for (const name of ["a.md", "b.md"]) expect(await read(name)).toBe("old\n");
    await expect(refuseUncommitted(root, CHANGES)).resolves.toBeUndefined();
  });

  test("are refused after an interrupted bump, until git restores the files", async () => {
    await write(root, new Map([["a.md", "new\n"]]));
    await expect(refuseUncommitted(root, CHANGES)).rejects.toThrow(/^these files have uncommitted changes: a\.md\./);
    await run("git", ["restore", "a.md"], { cwd: root });
    await expect(refuseUncommitted(root, CHANGES)).resolves.toBeUndefined();
  });
});
