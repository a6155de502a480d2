import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serversByRegion } from "../../scripts/generate/constants.js";
import { generate } from "../../scripts/generate/files.js";
import { ROOT, run } from "../support/run.js";

const text = await readFile(join(ROOT, "openapi/agents.yaml"), "utf8");

describe("generated/", () => {
  test("is byte for byte what the document gives", async () => {
    const files = await generate(text);
    expect((await readdir(join(ROOT, "generated"))).sort()).toEqual([...files.keys()].sort());
    for (const [name, expected] of files) {
      const current = await readFile(join(ROOT, "generated", name), "utf8");
      expect(
        current === expected,
        `generated/${name} is not what openapi/agents.yaml gives. Run: npm run generate`,
      ).toBe(true);
    }
  });

  test("says that it is generated, in every file", async () => {
    for (const [name, content] of await generate(text)) {
      expect(content.split("\n")[0], name).toContain("Generated from openapi/agents.yaml by `npm run generate`");
    }
  });

  test("is not reached by the main entry as far as the table of operations goes", async () => {
    const sources = (await readdir(join(ROOT, "src"), { recursive: true })).filter((name) => name.endsWith(".ts"));
    for (const name of sources.filter((name) => !name.startsWith("testing"))) {
      expect(await readFile(join(ROOT, "src", name), "utf8"), name).not.toContain("generated/operations");
    }
  });
});

describe("npm run generate -- --check", () => {
  test("names the file that differs and the command to run, and changes nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
    try {
      for (const part of ["openapi", "generated", "scripts", "src", "biome.json", "package.json"]) {
        await cp(join(ROOT, part), join(folder, part), { recursive: true });
      }
      await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
      await run("git", ["init", "--quiet"], { cwd: folder });
      const edited = `${await readFile(join(folder, "generated/constants.ts"), "utf8")}// edited by hand\n`;
      await writeFile(join(folder, "generated/constants.ts"), edited);
      const check = ["--import", "tsx", "scripts/generate.ts", "--check"];
      const { code, stderr } = await run(process.execPath, check, { cwd: folder });
      expect(stderr).toBe("generated/constants.ts: not what openapi/agents.yaml gives. Run: npm run generate\n");
      expect(code).toBe(1);
      expect(await readFile(join(folder, "generated/constants.ts"), "utf8")).toBe(edited);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);
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
