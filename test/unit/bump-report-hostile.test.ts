import { describe, expect, it } from "vitest";
import { type Report, toMarkdown, toText } from "../../scripts/spec-bump/report.js";
import { change, changed, comparison } from "../support/make-comparison.js";

const ESCAPE = String.fromCharCode(27);
const RIGHT_TO_LEFT = String.fromCharCode(0x202e);
const ISOLATE = String.fromCharCode(0x2066);
const NO_WIDTH = String.fromCharCode(0x200b);

/** A report with a text from outside in every place that takes one. */
function reportWith(text: string): Report {
  const operation = { method: "GET", path: text, operationId: text };
  return {
    comparison: comparison(
      {
        ...{ from: text, to: text, regions: { added: [text], removed: [text] } },
        ...{ added: [operation], removed: [operation], moved: [{ ...operation, from: text, to: text }] },
        changed: [changed("GET /a", text, change(text, text)), changed("PUT /b", undefined, change("body", text))],
        general: [change(text, text)],
      },
      true,
    ),
    step: { version: text, from: text, reason: "a patch" },
    repairs: [{ name: text, where: text, what: text }],
    removedActions: [text],
    usage: [{ file: text, line: 1, operation: text, why: text }],
  };
}

/** Markdown without its code spans. */
function outsideCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "code");
}

const HARMLESS = reportWith("name");

describe("a text from outside", () => {
  it.each<[string, string, string]>([
    ["colors and cursor movements", `${ESCAPE}[31mname${ESCAPE}[2K${ESCAPE}[1;1H`, "name"],
    ["a carriage return", "na\rme", "na me"],
    ["line breaks", "na\n\n- me\u2028x\u2029y\u0085z", "na - me x y z"],
    ["characters that change the direction of writing", `na${RIGHT_TO_LEFT}me${ISOLATE}`, "na me "],
    ["invisible characters", `na${NO_WIDTH}me\u00ad\ufeff`, "na me "],
    ["half a character", "na\ud800me", "na me"],
    ["a window title", `${ESCAPE}]0;title\u0007name`, " ]0;title name"],
  ])("shows without %s", (_, text, shown) => {
    const lines = (one: string) => toText(reportWith(one)).replaceAll(/\s+/g, " ");
    expect(lines(text)).toBe(lines(shown));
    expect(toMarkdown(reportWith(text))).toBe(toMarkdown(reportWith(shown)));
  });

  it("is cut after 400 characters", () => {
    const faces = (count: number) => "😀".repeat(count);
    expect(toText(reportWith(faces(401))).split("\n")).toContain(`- ${faces(400)}…`);
    expect(toText(reportWith(faces(400))).split("\n")).toContain(`- ${faces(400)}`);
  });

  it.each<[string, string]>([
    ["a mention", "@octocat"],
    ["an issue", "#1"],
    ["HTML", "<img src=x onerror=alert(1)><!-- "],
    ["a link", "[name](https://example.com) www.example.com WWW.example.com"],
    ["an image", "![name](https://example.com/a.png)"],
    ["emphasis", "**name** _name_ ~~name~~"],
    ["a table", "| a | b |"],
    ["an entity", "&lt;script&gt;"],
    ["math", "$a$"],
    ["a way out of a code span", "a` <b> ``c``` @d"],
    ["a backslash before a backtick", "a\\` <b>"],
    ["backticks at its ends", "`<b>`"],
  ])("makes no markup in Markdown: %s", (_, text) => {
    const outside = outsideCode(toMarkdown(reportWith(text))).replace(/^\*\*BREAKING.*\*\*$/m, "");
    expect(outside).not.toMatch(/(?<!\\)[<>[\]~|$&*_`]|@\w|#\d|:\/\/|www\./i);
  });

  it("changes neither the number of lines nor the marked lines", () => {
    for (const text of ["a\n- ❌ b", "``` \n", `${ESCAPE}[0m\n- ❌ x`]) {
      expect(toMarkdown(reportWith(text)).split("\n")).toHaveLength(toMarkdown(HARMLESS).split("\n").length);
      const marked = (one: Report) => toText(one).match(/^ *- ❌/gm)?.length;
      expect(marked(reportWith(text))).toBe(marked(HARMLESS));
    }
  });
});

describe("the report as Markdown", () => {
  const named = (count: number) => {
    const operations = Array.from({ length: count }, (_, i) => ({ method: "GET", path: `/a/${i}`, operationId: "x" }));
    return toMarkdown({ ...HARMLESS, comparison: comparison({ added: operations }), usage: [] });
  };

  it("has at most 60,000 characters, in whole lines, and the number of missing lines", () => {
    const markdown = named(10_000);
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(59_900);
    const whole = named(2);
    const [, last, count] = /`GET \/a\/(\d+)` \(`x`\)\n\nAnd (\d+) more lines: .+\n$/.exec(markdown) ?? [];
    const linesAfter = whole.slice(whole.indexOf("/a/1")).split("\n").length - 2;
    expect(Number(last) + Number(count)).toBe(9_999 + linesAfter);
  });

  it("is complete up to that length", () => {
    const length = named(1000).length;
    const most = 1000 + Math.floor((60_000 - length) / (named(1001).length - length));
    expect(named(most)).not.toContain("more lines");
    expect(named(most + 1)).toContain("more lines");
  });
});
