import { describe, expect, it } from "vitest";
import { type Report, toText } from "../../scripts/spec-bump/report.js";
import { toMarkdown } from "../../scripts/spec-bump/report-markdown.js";
import { change, changed, comparison } from "../support/comparison.js";

const ESCAPE = String.fromCharCode(27);
const RIGHT_TO_LEFT = String.fromCharCode(0x202e);
const ISOLATE = String.fromCharCode(0x2066);
const NO_WIDTH = String.fromCharCode(0x200b);

/** A report in which a text from outside stands in every place that takes one. */
function told(text: string): Report {
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
    step: { step: "minor", version: text, from: text },
    repairs: [{ name: text, where: text, what: text }],
    overlay: { lost: [{ target: text, why: text }], retargeted: [] },
    usage: [{ file: text, line: 1, operation: text, why: text }],
  };
}

/** Markdown without its code spans: what could be markup. */
function outsideCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "code");
}

const BENIGN = told("name");

describe("a text from outside", () => {
  it.each<[string, string, string]>([
    ["colors and movements of the cursor", `${ESCAPE}[31mname${ESCAPE}[2K${ESCAPE}[1;1H`, "name"],
    ["a carriage return", "na\rme", "na me"],
    ["lines of its own", "na\n\n! me\u2028x\u2029y\u0085z", "na ! me x y z"],
    ["other directions of writing", `na${RIGHT_TO_LEFT}me${ISOLATE}`, "na me "],
    ["what cannot be seen", `na${NO_WIDTH}me\u00ad\ufeff`, "na me "],
    ["half a character", "na\ud800me", "na me"],
    ["a title for the window", `${ESCAPE}]0;title\u0007name`, " ]0;title name"],
  ])("shows without %s", (_, text, shown) => {
    const lines = (one: string) => toText(told(one)).replaceAll(/\s+/g, " ");
    expect(lines(text)).toBe(lines(shown));
    expect(toMarkdown(told(text))).toBe(toMarkdown(told(shown)));
  });

  it("is cut where it is too long to be read, between its characters", () => {
    const faces = (count: number) => "😀".repeat(count);
    expect(toText(told(faces(401))).split("\n")).toContain(`! ${faces(400)}…`);
    expect(toText(told(faces(400))).split("\n")).toContain(`! ${faces(400)}`);
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
    const outside = outsideCode(toMarkdown(told(text))).replace(/^\*\*BREAKING.*\*\*$/m, "");
    expect(outside).not.toMatch(/(?<!\\)[<>[\]~|$&*_`]|@\w|#\d|:\/\/|www\./i);
  });

  it("changes neither the number of lines nor what is marked", () => {
    for (const text of ["a\n- ❌ b", "``` \n", `${ESCAPE}[0m\n! x`]) {
      expect(toMarkdown(told(text)).split("\n")).toHaveLength(toMarkdown(BENIGN).split("\n").length);
      const marked = (one: Report) => toText(one).match(/^!/gm)?.length;
      expect(marked(told(text))).toBe(marked(BENIGN));
    }
  });
});

describe("a line on the terminal", () => {
  const words = (count: number, length: number) => Array.from({ length: count }, (_, i) => `${i}`.padEnd(length, "x"));
  const lines = (text: string) => toText(told(text)).split("\n");

  it("is at most 100 columns wide, and says all of what it is about", () => {
    const text = words(30, 7).join(" ");
    const found = lines(text);
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(Math.max(...found.map(({ length }) => length))).toBeGreaterThan(90);
    expect(toText(told(text)).replaceAll(/\n {4,}/g, " ")).toContain(`! ${text} is gone`);
  });

  it("is broken so that its other lines are indented and not marked", () => {
    const found = lines(words(30, 7).join(" "));
    const start = found.findIndex((one) => one.startsWith("! 0xxxxxx 1xxxxxx"));
    expect(found.slice(start + 1, start + 3).every((one) => one.startsWith("    "))).toBe(true);
    expect(found.some((one) => /\s$/.test(one))).toBe(false);
  });

  it("leaves a word whole that is longer, so that it can be copied", () => {
    const path = `/v1/${"a".repeat(150)}`;
    expect(lines(path)).toContain(`! GET`);
    expect(lines(path)).toContain(`    ${path}`);
  });
});

describe("the report as Markdown", () => {
  const named = (count: number) => {
    const operations = Array.from({ length: count }, (_, i) => ({ method: "GET", path: `/a/${i}`, operationId: "x" }));
    return toMarkdown({ ...BENIGN, comparison: comparison({ added: operations }), usage: [] });
  };

  it("has at most 60,000 characters, in whole lines, and says how many are left out", () => {
    const markdown = named(10_000);
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(59_900);
    const whole = named(2);
    const [, last, count] = /`GET \/a\/(\d+)` {2}`x`\n\nAnd (\d+) more lines: .+\n$/.exec(markdown) ?? [];
    const linesAfter = whole.slice(whole.indexOf("/a/1")).split("\n").length - 2;
    expect(Number(last) + Number(count)).toBe(9_999 + linesAfter);
  });

  it("is whole up to that length, and shortened from there on", () => {
    const length = named(1000).length;
    const most = 1000 + Math.floor((60_000 - length) / (named(1001).length - length));
    expect(named(most)).not.toContain("more lines");
    expect(named(most + 1)).toContain("more lines");
  });
});
