/** The tarball as `npm pack` makes it: its files, its entries and the types that they declare. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEntries } from "../../scripts/build.js";
import { installOffline, type Packed, pack } from "../support/packed.js";
import { publicTypes } from "../support/public-types.js";
import { ROOT, run } from "../support/run.js";

const BIN = join(ROOT, "node_modules/.bin");
const entries = await readEntries();

let packed: Packed;
let bare: string;
beforeAll(async () => {
  packed = await pack();
  bare = await installOffline(packed, "bare");
}, 60_000);
afterAll(() => packed?.remove());

describe("the tarball", { timeout: 30_000 }, () => {
  test("has only the files that users need", async () => {
    const { stdout } = await run("tar", ["-tzf", packed.tarball]);
    const files = stdout.trim().split("\n").sort();
    const built = entries.flatMap((entry) =>
      ["js", "js.map", "cjs", "d.ts", "d.cts"].map((extension) => `dist/${entry}.${extension}`),
    );
    const others = ["CHANGELOG.md", "LICENSE", "README.md", "openapi/agents.yaml", "package.json"];
    expect(files).toEqual(
      [...built, ...others, "dist/testing/prism-process.js"].map((file) => `package/${file}`).sort(),
    );
  });

  test("is below 350 kB", async () => {
    expect((await stat(packed.tarball)).size).toBeLessThan(350_000);
  });

  test.each(entries)("declares in %s what test/fixtures/public-types lists", async (entry) => {
    const types = await publicTypes(join(bare, `node_modules/polyai-agents/dist/${entry}.d.ts`));
    await expect(types).toMatchFileSnapshot(join(ROOT, `test/fixtures/public-types/${entry}.txt`));
  });

  test("brings one dependency, and runs nothing when it is installed", async () => {
    const manifest = JSON.parse(await readFile(join(bare, "node_modules/polyai-agents/package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|uninstall)$/.test(name)),
    ).toEqual([]);
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.engines).toEqual({ node: ">=20.19" });
    expect(Object.keys(manifest.exports)).toEqual([".", "./testing", "./operations", "./openapi.yaml"]);
    for (const entry of [".", "./testing", "./operations"]) {
      const target = manifest.exports[entry];
      expect(Object.keys(target)).toEqual(["import", "require"]);
      for (const condition of Object.values<object>(target))
        expect(Object.keys(condition)).toEqual(["types", "default"]);
    }
  });

  test("is in order for publint", async () => {
    const { buffer, byteOffset, byteLength } = await readFile(packed.tarball);
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    expect((await publint({ pack: { tarball }, level: "suggestion", strict: true })).messages).toEqual([]);
  });

  test("is in order for are-the-types-wrong", async () => {
    // The document is YAML, which no compiler resolves.
    const args = [packed.tarball, "--format", "json", "--exclude-entrypoints", "openapi.yaml"];
    const { analysis } = JSON.parse((await run(join(BIN, "attw"), args)).stdout);
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./testing", "./operations"]);
    expect(analysis.problems).toEqual([]);
  });
});
