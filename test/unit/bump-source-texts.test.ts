import { describe, expect, test } from "vitest";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { CURRENT, currentText } from "../support/bump-document.js";
import { createFolder, problemOf } from "../support/source-folder.js";

async function problemWith(content: string | Uint8Array) {
  await using folder = await createFolder();
  return await problemOf(readSources([await folder.write("source", content)], CURRENT), folder);
}

describe("a text that is not an OpenAPI document is refused in one line", () => {
  const INVALID = "source is not valid YAML or JSON: ";
  const cases: [text: string, content: string | Uint8Array, message: string][] = [
    ["empty", "", "source is empty: check where it comes from"],
    ["blank", " \n\t\n", "source is empty"],
    ["cut JSON", JSON.stringify(CURRENT).slice(0, 5_000), `${INVALID}Missing closing "quote (line 1); correct it`],
    ["cut after a comma", '{"openapi":"3.1.0",', `${INVALID}Flow map must end with a } (line 1)`],
    ["broken JSON", '{\n"openapi": "3.1.0",\n"info" 1 }', `${INVALID}Missing , or (line 3)`],
    [
      "a key twice in JSON",
      '{"a": ["\\\\", "{"],\n"info": {"a": 1}, "a": 2}',
      'has the key "a" twice in one object (line 2)',
    ],
    ["cut YAML", 'openapi: 3.1.0\ninfo:\n  title: "Outlets', `${INVALID}Missing closing "quote (line 3)`],
    ["broken YAML", `${currentText}\n  a: [\nb: c\n`, INVALID],
    [
      "a key twice in YAML",
      "openapi: 3.1.0\ninfo:\n  200: a\n  '200': b\n",
      'has the key "200" twice in one object (line 4)',
    ],
    ["a key that is a list", "openapi: 3.1.0\n? [a]\n: b\n", "has a key that is not plain text (line 2): correct it"],
    ["a tag", "openapi: 3.1.0\ninfo: !!js/function x\n", `${INVALID}Unresolved tag`],
    ["a set, which JSON does not have", "openapi: 3.1.0\ninfo: !!set {a, b}\n", `${INVALID}Unresolved tag`],
    ["an ordered map", "openapi: 3.1.0\ninfo: !!omap [a: 1]\n", `${INVALID}Unresolved tag`],
    ["a merge of a number", "openapi: 3.1.0\n<<: 3\n", `${INVALID}Merge sources must be maps`],
    ["two documents", "openapi: 3.1.0\n---\nopenapi: 3.1.0\n", `${INVALID}Source contains multiple documents`],
    ["HTML", "\n<!DOCTYPE html><html><script>openapi: 3</script>", "is HTML or XML: give the URL of the document"],
    ["XML", '<?xml version="1.0"?><api/>', "source is HTML or XML"],
    [
      "a binary",
      new Uint8Array([0x1f, 0x8b, 8, 0, 0xff]),
      "source is binary or not UTF-8: give JSON, YAML or Markdown",
    ],
    ["UTF-16", Buffer.from(currentText, "utf16le"), "source is binary or not UTF-8"],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${currentText}`, "utf16le"), "source is binary or not UTF-8"],
    ["Latin-1", Buffer.from("openapi: 3.1.0 # \u00e9", "latin1"), "source is binary or not UTF-8"],
    ["a sentence", "There is nothing here", 'source is not an OpenAPI document (it has no "openapi" at its top): give'],
    ["a list", "[1, 2]", "source is not an OpenAPI document"],
    ["a package.json", '{"name": "a", "version": "1.0.0"}', "source is not an OpenAPI document"],
    ["not a number", "openapi: 3.1.0\nx-a: .nan\n", "source has a number at #/x-a that JSON does not have: correct it"],
    ["Swagger 2", 'swagger: "2.0"\npaths: {}\n', 'source is Swagger "2.0": this project reads OpenAPI 3.1; convert it'],
    ["OpenAPI 3.0", '{"openapi":"3.0.3","paths":{}}', 'source is OpenAPI "3.0.3": this project reads OpenAPI 3.1'],
    ["OpenAPI 4", "openapi: 4.0.0\n", 'source is OpenAPI "4.0.0"'],
    ["an invalid version", "openapi: [3]\n", "source is OpenAPI [3]: this project reads OpenAPI 3.1"],
    ["no paths", "openapi: 3.1.0\ninfo: {title: a, version: b}\n", "source has no paths: give the document"],
    ["empty paths", "openapi: 3.1.0\npaths: {}\n", "source has no paths"],
    ["paths without operations", "openapi: 3.1.0\npaths: {/v1/outlets: {}}\n", "source has no operations"],
  ];
  test.each(cases)("%s", async (_, content, message) => {
    expect(await problemWith(content)).toContain(message);
  });
});

describe("a text that is made to exhaust time or memory is refused in one line", () => {
  const TOO_DEEP = "source has more than 100 levels, as no API document has";
  const aliases = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (const [a, b] of ["ab", "bc", "cd", "de", "ef", "fg"]) aliases.push(`${b}: &${b} [${`*${a},`.repeat(9)}]`);
  const anchors = Array.from({ length: 3_000 }, (_, i) => `a${i}: &a${i} x\nb${i}: *a${i}`);
  const manyKeys = `{${Array.from({ length: 3e4 }, (_, i) => `k${i}: 1`)}}`;

  test.each([
    ["aliases that multiply", aliases.join("\n"), "source has too many aliases: write it without aliases"],
    ["an alias for each anchor", anchors.join("\n"), "source has too many aliases: write it without aliases"],
    [
      "an alias of a long text",
      `a: &a ${"x".repeat(1e6)}\nb: [${"*a,".repeat(20)}]`,
      "becomes too large by its aliases",
    ],
    ["an alias of the list that contains it", "openapi: 3.1.0\na: &a [*a]\n", TOO_DEEP],
    ["deep YAML", `openapi: 3.1.0\npaths: ${"[".repeat(101)}${"]".repeat(101)}`, TOO_DEEP],
    ["deep JSON", `{"openapi":"3.1.0","paths":${"[".repeat(200)}${"]".repeat(200)}}`, TOO_DEEP],
    ["YAML deeper than the stack", "- ".repeat(20_000), "has more levels than the parser can read"],
    [
      "JSON deeper than the stack",
      `{"a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
      "has more levels than the parser can read",
    ],
    ["megabytes of brackets", "[".repeat(4e6), "source has more than 500000 YAML tokens: no API document is as large"],
    ["megabytes of empty lines", `${"\n".repeat(1e6)}x`, "source has more than 500000 YAML tokens"],
    ["megabytes of fences", "```\n".repeat(3e5), "source is not valid YAML or JSON"],
    ["a reference of megabytes", JSON.stringify({ $ref: "/".repeat(4e6) }), 'refers to another file or host, "//'],
    ["a string of escapes", `{"a":"${"\\n".repeat(1e6)}"}`, "source is not an OpenAPI document"],
    ["an object of many keys", manyKeys, "source is not an OpenAPI document"],
  ])("%s", async (_, content, message) => {
    expect(await problemWith(content)).toContain(message);
  });
});
