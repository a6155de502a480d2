import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serversByRegion } from "../../scripts/generate/constants.js";
import { generate } from "../../scripts/generate/files.js";
import { TARGETS } from "../../scripts/generate/targets.js";
import { ROOT, run } from "../support/run.js";

describe.each(TARGETS)("$folder", ({ document, folder }) => {
  const generated = async () => generate(await readFile(join(ROOT, document), "utf8"), document);

  test("is byte for byte what the document gives", async () => {
    const files = await generated();
    expect((await readdir(join(ROOT, folder))).sort()).toEqual([...files.keys()].sort());
    for (const [name, expected] of files) {
      const current = await readFile(join(ROOT, folder, name), "utf8");
      const differs = `${folder}/${name} is not what ${document} gives. Run: npm run generate`;
      expect(current === expected, differs).toBe(true);
    }
  });

  test("names its document in the first line of every file", async () => {
    for (const [name, content] of await generated()) {
      expect(content.split("\n")[0], name).toContain(`Generated from ${document} by \`npm run generate\``);
    }
  });
});

test("the main entry does not load the table of operations", async () => {
  const sources = (await readdir(join(ROOT, "src"), { recursive: true })).filter((name) => name.endsWith(".ts"));
  for (const name of sources.filter((name) => !name.startsWith("testing"))) {
    expect(await readFile(join(ROOT, "src", name), "utf8"), name).not.toContain("generated/operations");
  }
});

describe("npm run generate -- --check", () => {
  test.each(TARGETS)(
    "names the file of $folder that differs and the command to run, and changes nothing",
    async ({ document, folder: generated }) => {
      const folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
      try {
        const parts = ["openapi", "generated", "scripts", "src", "test/fixtures", "biome.json", "package.json"];
        for (const part of parts) await cp(join(ROOT, part), join(folder, part), { recursive: true });
        await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
        await run("git", ["init", "--quiet"], { cwd: folder });
        const file = `${generated}/constants.ts`;
        const edited = `${await readFile(join(folder, file), "utf8")}// edited by hand\n`;
        await writeFile(join(folder, file), edited);
        const check = ["--import", "tsx", "scripts/generate.ts", "--check"];
        const { code, stderr } = await run(process.execPath, check, { cwd: folder });
        expect(stderr).toBe(`${file}: not what ${document} gives. Run: npm run generate\n`);
        expect(code).toBe(1);
        expect(await readFile(join(folder, file), "utf8")).toBe(edited);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    30_000,
  );
});

describe("regions", () => {
  test("are named by the label in which the hosts differ", () => {
    expect(serversByRegion(["https://api.us.poly.ai", "https://api.ap-1.poly.ai/"])).toEqual({
      us: "https://api.us.poly.ai",
      "ap-1": "https://api.ap-1.poly.ai",
    });
  });

  test.each([
    [["https://api.us.poly.ai"]],
    [["https://api.us.poly.ai", "https://api.us.poly.ai"]],
    [["https://a.us.poly.ai", "https://b.uk.poly.ai"]],
    [["https://api.us.poly.ai", "https://api.uk.poly.ai", "https://api.uk.poly.ai"]],
  ])("of %j cannot be told apart, which is an error", (urls) => {
    expect(() => serversByRegion(urls)).toThrow(/hosts that differ in exactly one label/);
  });
});
