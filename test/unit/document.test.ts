import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { operationsOf, parseDocument } from "../../scripts/document.js";
import { ROOT, run } from "../support/run.js";

const text = await readFile(join(ROOT, "openapi/agents.yaml"), "utf8");
const REDOCLY = join(ROOT, "node_modules/@redocly/cli/bin/cli.js");

test("every path parameter is declared, and nothing else is", () => {
  for (const { path, parameters } of operationsOf(parseDocument(text))) {
    const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
    expect(path.match(/\{[^}]+\}/g) ?? []).toEqual(declared);
  }
});

test("the document stands in the form that the tools write, so that a change is a small diff", () => {
  expect(stringify(parse(text), { lineWidth: 100, aliasDuplicateObjects: false })).toBe(text);
});

describe("a broken document does not pass the lint, and the message names the place", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
    await cp(join(ROOT, "redocly.yaml"), join(folder, "redocly.yaml"));
    await mkdir(join(folder, "openapi"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  // biome-ignore lint/suspicious/noExplicitAny: the document as data, to be broken
  const breakages: [string, (document: any) => void, RegExp][] = [
    [
      "an example that violates its schema",
      (document) => {
        const operation = document.paths["/v1/agents/{agentId}/telephony/phone-numbers"].delete;
        operation.responses["200"].content["application/json"].examples.allReleased.value.deleted = "none";
      },
      /phone-numbers\/delete\/responses\/200\/content\/application~1json\/examples\/allReleased/,
    ],
    [
      "an operation without an id",
      (document) => {
        delete document.paths["/v1/agents"].post.operationId;
      },
      /at #\/paths\/~1v1~1agents\/post/,
    ],
    [
      "a path parameter that is not declared",
      (document) => {
        document.paths["/v1/agents/{agentId}"].delete.parameters = [];
      },
      /agents~1\{agentId\}\/delete/,
    ],
  ];

  test.each(breakages)(
    "%s",
    async (_, damage, place) => {
      const document = parse(text);
      damage(document);
      await writeFile(join(folder, "openapi/agents.yaml"), stringify(document));
      const { code, stdout } = await run(process.execPath, [REDOCLY, "lint"], { cwd: folder });
      expect(stdout).toMatch(place);
      expect(code).toBe(1);
    },
    30_000,
  );
});
