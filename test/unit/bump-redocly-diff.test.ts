import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Problem } from "../../scripts/problem.js";
import { redoclyDiff } from "../../scripts/spec-bump/redocly-diff.js";
import { openapi, operation } from "../support/openapi.js";

const THINGS = openapi({ "/things": { get: operation() } });
const OTHERS = openapi({ "/things": { get: operation({ type: "integer" }) } });

describe("redocly diff", () => {
  it("rates changes by its rules, and gives their pointers", async () => {
    const pointer = "#/paths/~1things/get/responses/200/content/application~1json/schema/type";
    const [change, ...more] = await redoclyDiff(THINGS, OTHERS);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ impact: "major", pointers: [pointer, pointer] });
    expect(change?.verdicts.map(({ ruleId }) => ruleId)).toEqual(["schema-type-changed"]);
  }, 30_000);

  it("must have its rules: without them, the error is a bug and not a Problem", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bump-redocly-diff-"));
    try {
      await writeFile(join(folder, "bare.yaml"), "telemetry: off\n");
      const diff = redoclyDiff(THINGS, OTHERS, join(folder, "bare.yaml"));
      await expect(diff).rejects.toThrow("without its diff rules");
      await expect(diff).rejects.not.toBeInstanceOf(Problem);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);

  it("cannot read every source, which is a Problem", async () => {
    const lost = openapi({ "/things": { get: operation({ $ref: "#/components/schemas/Lost" }) } });
    for (const next of [{ openapi: "9.9.9" }, lost]) {
      const refusal = redoclyDiff(THINGS, next);
      await expect(refusal).rejects.toBeInstanceOf(Problem);
      await expect(refusal).rejects.toThrow(/^redocly diff cannot .+ Lint the source$/);
    }
  }, 30_000);
});
