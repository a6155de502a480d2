import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changelog, type Release, readme, withVersion } from "../../scripts/spec-bump/release.js";
import { change, changed, comparison } from "../support/make-comparison.js";

const fileOf = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

function release(parts: Partial<Release> = {}): Release {
  const given = { version: "0.2.0", day: "2026-11-24", operations: 56, withoutSchema: [] as string[] };
  return { ...given, comparison: comparison({ to: "5.0.0" }), ...parts };
}

const BEFORE = "# Changelog\n\nNewest first.\n\n## 0.1.0 (API 4.1.3)\n\nThe first release.\n";
const OUTLET = "/v1/outlets/{outletId}";

/** The items of the section for a change of the API to 5.0.0. */
function sectionLines(...parts: Parameters<typeof comparison>): string[] {
  const text = changelog("# Changelog\n", release({ comparison: comparison({ to: "5.0.0", ...parts[0] }, parts[1]) }));
  return text.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
}

describe("the changelog of a release", () => {
  it("gets a section above the earlier ones, which stay the same", () => {
    const section = "## 0.2.0 (API 5.0.0, 2026-11-24)\n\n- The API moved from 4.1.3 to 5.0.0.\n\n";
    expect(changelog(BEFORE, release())).toBe(BEFORE.replace("## 0.1.0", `${section}## 0.1.0`));
  });

  it("keeps the rest of CHANGELOG.md byte for byte", () => {
    const text = fileOf("CHANGELOG.md");
    const after = changelog(text, release());
    const start = text.indexOf("\n## ") + 1;
    expect(after.startsWith(text.slice(0, start))).toBe(true);
    expect(after.endsWith(text.slice(start))).toBe(true);
    expect(after.slice(start, start + after.length - text.length)).toMatch(/^## 0\.2\.0 [^#]+\n\n$/);
  });

  it.each(["# Changelog\n\nNewest first.\n", "# Changelog\n\nNewest first.", "# Changelog\n\nNewest first.\n\n\n"])(
    "gets its first section: %j",
    (text) => {
      expect(changelog(text, release())).toBe(
        "# Changelog\n\nNewest first.\n\n## 0.2.0 (API 5.0.0, 2026-11-24)\n\n- The API moved from 4.1.3 to 5.0.0.\n",
      );
    },
  );

  it("lists what breaks, then what is new, then the number of other changes", () => {
    const harmless = change("body", "is optional now", { breaking: false });
    const operation = { method: "GET", path: "/v1/things", operationId: "listThings" };
    const lines = sectionLines(
      {
        regions: { added: ["ca"], removed: ["eu"] },
        added: [operation],
        removed: [{ method: "DELETE", path: OUTLET, operationId: "deleteOutlet" }],
        moved: [{ method: "GET", from: "/v1/old", to: "/v1/new", operationId: undefined }],
        changed: [
          changed(`PUT ${OUTLET}`, "a", change("body.name", "is gone"), harmless),
          changed(`PATCH ${OUTLET}`, "b", change("body.name", "is gone"), change("Thing.id", "Type widened from 'a'")),
        ],
        general: [change("the key", "goes elsewhere now"), change("the scheme", "is another", { breaking: false })],
      },
      true,
    );
    expect(lines).toEqual([
      "The API moved from 4.1.3 to 5.0.0.",
      `**Breaking:** \`DELETE ${OUTLET}\` is gone.`,
      "**Breaking:** `GET /v1/old` is at `/v1/new` now.",
      "**Breaking:** the region `eu` is gone.",
      `**Breaking:** \`body.name\` is gone in \`PUT ${OUTLET}\`, \`PATCH ${OUTLET}\`.`,
      `**Breaking:** \`Thing.id\`: Type widened from 'a' in \`PATCH ${OUTLET}\`.`,
      "**Breaking:** `the key` goes elsewhere now.",
      "New region `ca`.",
      "New: `GET /v1/things`.",
      "Other changes, which break no caller: 2.",
    ]);
  });

  it("names a changed description of the same version", () => {
    const harmless = change("body", "is new", { breaking: false });
    expect(sectionLines({ to: "4.1.3", changed: [changed("PUT /a", "a", harmless)] })).toEqual([
      "The description of API 4.1.3 has changed.",
      "Other changes, which break no caller: 1.",
    ]);
  });

  it("shows hostile text from the document without markup or line breaks", () => {
    const hostile = "a`\n## 9.9.9\n<img src=x> @octocat [b](https://example.com)";
    const operation = { method: "GET", path: hostile, operationId: hostile };
    const text = changelog(
      BEFORE,
      release({
        comparison: comparison({
          to: hostile,
          regions: { added: [hostile], removed: [] },
          added: [operation],
          general: [change(hostile, hostile)],
        }),
      }),
    );
    expect(text.match(/^## .*/gm)).toHaveLength(2);
    const outside = text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "code");
    expect(outside).not.toMatch(/(?<!\\)[<`[]|@octocat|https:\/\//);
  });
});

describe("a manifest of a release", () => {
  it.each(["package.json", "package-lock.json"])("gets the version and otherwise stays the same: %s", (name) => {
    const text = fileOf(name);
    const { version } = JSON.parse(text);
    const after = withVersion(text, "98.7.6");
    const manifest = JSON.parse(after);
    expect(manifest.version).toBe("98.7.6");
    expect(manifest.packages?.[""].version).toBe(name === "package.json" ? undefined : "98.7.6");
    expect(after.replaceAll('"version": "98.7.6"', `"version": "${version}"`)).toBe(text);
  });

  it.each<[string, string, string]>([
    [
      "tabs and other line ends",
      '{\r\n\t"version": "0.1.0",\r\n\t"a": 1\r\n}',
      '{\r\n\t"version": "0.2.0",\r\n\t"a": 1\r\n}',
    ],
    ["one line", '{"a":["version","0.1.0"],"version":"0.1.0"}', '{"a":["version","0.1.0"],"version":"0.2.0"}'],
    ["escapes", '{ "a": "\\u00e9\\/ {", "version": "0.1.0" }\n', '{ "a": "\\u00e9\\/ {", "version": "0.2.0" }\n'],
    [
      "another version within",
      '{ "a": { "version": "0.1.0" }, "version": "0.1.0" }',
      '{ "a": { "version": "0.1.0" }, "version": "0.2.0" }',
    ],
  ])("keeps %s", (_, text, expected) => {
    expect(withVersion(text, "0.2.0")).toBe(expected);
  });
});

/** The operations that the README lists as without a response schema. */
function listed(text: string): string[] {
  return (/without a response schema [^:]*:([^.]*)\./.exec(text)?.[1] ?? "").trim().split(/,\s+/);
}

describe("the README of a release", () => {
  it("gets the API version and the number of operations, and otherwise stays the same", () => {
    const text = fileOf("README.md");
    const from = /API version ([\d.]+\d)/.exec(text)?.[1] ?? "";
    const after = readme(
      text,
      release({ comparison: comparison({ from, to: "7.8.9" }), operations: 123, withoutSchema: listed(text) }),
    );
    expect(after).toContain("API version 7.8.9");
    expect(after).toContain("123 operations in all");
    const count = /(\d+) operations in all/.exec(text)?.[1];
    const back = after.replaceAll("API version 7.8.9", `API version ${from}`);
    expect(back.replace("123 operations in all", `${count} operations in all`)).toBe(text);
  });

  it("lists the operations without a response schema", () => {
    const text = "- Those without a response schema have `unknown`:\n  one, two.\n- More: three.";
    expect(readme(text, release({ withoutSchema: ["four", "five"] }))).toBe(text.replace("one, two", "four, five"));
    expect(readme(text, release({ withoutSchema: [] }))).toBe(text.replace("one, two", "none"));
    const many = Array.from({ length: 20 }, (_, at) => `operation${at}`);
    const lines = readme(text, release({ withoutSchema: many })).split("\n");
    expect(listed(lines.join("\n"))).toEqual(many);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
  });

  it("escapes a hostile version", () => {
    const given = release({ comparison: comparison({ to: "$& <b>" }) });
    expect(readme("API version 4.1.3.", given)).toBe("API version \\$\\& \\<b\\>.");
  });
});
