import { execFileSync } from "node:child_process";
import { truncate } from "node:fs/promises";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument, currentText } from "../support/bump-document.js";
import { createFolder, problemOf } from "../support/source-folder.js";

const current = currentDocument();

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be broken
function changed(change: (document: any) => void): JsonObject {
  const document = currentDocument();
  change(document);
  return document;
}

async function read(name: string, content: string | Uint8Array) {
  await using folder = await createFolder();
  return await readSources([await folder.write(name, content)], current);
}

describe("a file with a whole document", () => {
  const next = changed((document) => {
    document.info.version = "4.1.4";
  });

  test("may be YAML or JSON, with any file name", async () => {
    expect(await read("next.yaml", stringify(next))).toEqual(next);
    expect(await read("next.json", JSON.stringify(next, null, "\t"))).toEqual(next);
    expect(await read("next", JSON.stringify(next))).toEqual(next);
    expect(await read("next.md", stringify(next))).toEqual(next);
  });

  test("may begin with a byte order mark or a document marker and end its lines with CRLF", async () => {
    expect(await read("next.yaml", `\ufeff---\n${stringify(next)}`.replaceAll("\n", "\r\n"))).toEqual(next);
  });

  test("may have its keys in any order and Markdown in its descriptions", async () => {
    const { openapi, info, ...rest } = next;
    const description = "Such as:\n\n```yaml GET /v1/outlets\nkey: value\n```\n";
    const document = { ...rest, info: { ...(info as JsonObject), description }, openapi } as JsonObject;
    expect(await read("next.yaml", stringify(document))).toEqual(document);
    expect(await read("next.json", JSON.stringify(document))).toEqual(document);
  });

  test("may have anchors and merge keys", async () => {
    const text = "x-common: &common\n  x-a: 1\n  x-b: 2\nx-all:\n  <<: *common\n  x-b: 3\n";
    const document = { ...next, "x-common": { "x-a": 1, "x-b": 2 }, "x-all": { "x-a": 1, "x-b": 3 } };
    expect(await read("next.yaml", `${stringify(next)}${text}`)).toEqual(document);
  });

  test("may have a path relative to the working directory", async () => {
    await using folder = await createFolder();
    const path = relative(process.cwd(), await folder.write("next.yaml", currentText));
    expect(await readSources([path], current)).toEqual(current);
  });

  test("has no object in two places, even if it has aliases", async () => {
    const text = `${currentText}x-a: &a {b: c}\nx-d: *a\n`;
    const document = await read("next.yaml", text);
    expect(document["x-a"]).toEqual({ b: "c" });
    expect(document["x-d"]).toEqual(document["x-a"]);
    expect(document["x-d"]).not.toBe(document["x-a"]);
  });

  test("may have faults that a repair corrects", async () => {
    const document = changed(({ paths }) => {
      delete paths["/v1/outlets"].get.operationId;
      paths["/v1/outlets/{outletId}"].delete.parameters = [];
    });
    expect(await read("next.yaml", stringify(document))).toEqual(document);
  });

  test("may have examples that look like references", async () => {
    const document = changed(({ paths }) => {
      paths["/v1/outlets"].get.responses["200"].content["application/json"].examples = {
        one: { value: [{ schema: { $ref: "#/definitions/Voice" } }] },
      };
    });
    expect(await read("next.yaml", stringify(document))).toEqual(document);
  });

  test("may have parameters with other names in its paths", async () => {
    const document = changed((one) => {
      const item = one.paths["/v1/outlets/{outletId}"];
      one.paths = { "/v1/outlets/{id}": item };
    });
    expect(await read("next.yaml", stringify(document))).toEqual(document);
  });
});

describe("a file that cannot be read is refused in one line", () => {
  test.each([
    ["nowhere/next.yaml", "nowhere/next.yaml does not exist: check the path (a URL starts with https://)"],
    ["package.json/next.yaml", "package.json/next.yaml cannot be read (ENOTDIR): check the path and its permissions"],
    ["openapi", "openapi is a folder: give the file in it"],
    ["", "A source is empty: give a file or a URL"],
    ["a\nb\u001b[31m\0", /^a b \[31m cannot be read \(ERR_INVALID_ARG_VALUE\): check the path/],
    ["me:secret@host.example/next.yaml?token=secret", /^host\.example\/next\.yaml does not exist: /],
  ])("%j", async (source, message) => {
    const problem = await problemOf(readSources([source], current));
    if (typeof message === "string") expect(problem).toBe(message);
    else expect(problem).toMatch(message);
    expect(problem).not.toContain("secret");
  });

  test("a device or a pipe", async () => {
    await using folder = await createFolder();
    execFileSync("mkfifo", [`${folder.path}/pipe`]);
    const message = await problemOf(readSources([`${folder.path}/pipe`], current), folder);
    expect(message).toBe("pipe is not a regular file: save its content in one, and give that");
    expect(await problemOf(readSources(["/dev/zero"], current))).toMatch(/^\/dev\/zero is not a regular file/);
  });

  test("50 MB, by its size", async () => {
    await using folder = await createFolder();
    const path = await folder.write("large.yaml", "");
    await truncate(path, 50 * 1024 * 1024);
    const message = await problemOf(readSources([path], current), folder);
    expect(message).toBe("large.yaml has more than 10 MB: no API document is as large");
  });

  test("no source, and two whole documents", async () => {
    const what = "give one document (a JSON or YAML file, or an https URL) or pages of the reference (Markdown)";
    expect(await problemOf(readSources([], current))).toBe(`No source is given: ${what}`);
    await using folder = await createFolder();
    const sources = [await folder.write("a.yaml", currentText), await folder.write("b.yaml", currentText)];
    const message = await problemOf(readSources(sources, current), folder);
    expect(message).toBe(`a.yaml and b.yaml are both whole documents: ${what}`);
  });
});
