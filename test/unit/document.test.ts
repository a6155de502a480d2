import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jsonpath } from "json-p3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { isObject, type JsonObject } from "../../scripts/bump/json.js";
import { parseOverlay } from "../../scripts/bump/overlay.js";
import { operationsOf, parseDocument } from "../../scripts/document.js";
import { fileOf } from "../support/openapi.js";
import { ROOT, run } from "../support/run.js";

const text = await readFile(join(ROOT, "openapi/agents.yaml"), "utf8");
const REDOCLY = join(ROOT, "node_modules/@redocly/cli/bin/cli.js");

/** A folder in which a document is linted by the rules of the project. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  await cp(join(ROOT, "redocly.yaml"), join(folder, "redocly.yaml"));
  await mkdir(join(folder, "openapi"));
});
afterAll(() => rm(folder, { recursive: true }));

test("every path parameter is declared, and nothing else is", () => {
  for (const { path, parameters } of operationsOf(parseDocument(text))) {
    const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
    expect(path.match(/\{[^}]+\}/g) ?? []).toEqual(declared);
  }
});

test("the document stands in the form that the tools write, so that a change is a small diff", () => {
  expect(stringify(parse(text), { lineWidth: 100, aliasDuplicateObjects: false })).toBe(text);
});

/** What stands at a JSON pointer or below a location: the operation or schema that it is of. */
const ownerOf = (keys: readonly (string | number)[]) => keys.slice(0, 3).join(" ");
const keysOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/** What has words of ours in the overlay: everything, until a bump brings something new. */
function written(document: JsonObject): Set<string> {
  const { actions } = parseOverlay(fileOf("overlay.yaml"));
  const described = actions.filter(({ update }) => isObject(update) && "description" in update);
  return new Set(
    described.flatMap(({ target }) => jsonpath.query(target, document).nodes.map(({ location }) => ownerOf(location))),
  );
}

/** The warnings of the lint about what is ours, each of which is a word or an example that is missing. */
async function unwritten(document: JsonObject): Promise<string[]> {
  await writeFile(join(folder, "openapi/agents.yaml"), stringify(document));
  const { stdout } = await run(process.execPath, [REDOCLY, "lint", "--format", "json"], { cwd: folder });
  const { problems } = JSON.parse(stdout) as { problems: { location: { pointer: string }[] }[] };
  const pointers = problems.map(({ location }) => location[0]?.pointer ?? "");
  const ours = written(document);
  return pointers.filter((pointer) => ours.has(ownerOf(keysOf(pointer))));
}

describe("the lint", () => {
  test("misses no word and no example in what is ours", async () => {
    expect(await unwritten(parse(text))).toEqual([]);
  }, 30_000);

  test("would miss one that had been there", async () => {
    const document = parse(text);
    delete document.paths["/v1/agents"].post.requestBody.content["application/json"].examples;
    delete document.components.schemas.GetAgentsResponse.description;
    expect(await unwritten(document)).toEqual([
      "#/paths/~1v1~1agents/post/requestBody/content/application~1json/examples",
      "#/components/schemas/GetAgentsResponse/description",
    ]);
  }, 30_000);
});

describe("a broken document does not pass the lint, and the message names the place", () => {
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
