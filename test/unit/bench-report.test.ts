import { expect, test } from "vitest";
import { ANSWER, API_KEY, BODY, URL_PATH, verifyData, verifyRequest } from "../../scripts/bench/operation.js";
import { toText } from "../../scripts/bench/print.js";
import { isOver, type Section, toJson } from "../../scripts/bench/results.js";

const SECTION: Section = {
  id: "x",
  title: "A table",
  notes: ["A note."],
  columns: [
    { key: "calls", label: "calls", digits: 0 },
    { key: "ratio", label: "×", digits: 2 },
  ],
  rows: [
    { name: "first", figures: { calls: 1_234, ratio: 0.7 } },
    { name: "second", figures: { ratio: 0.71 } },
  ],
  bars: [
    { row: "first", column: "ratio", atMost: 0.7 },
    { row: "second", column: "ratio", atMost: 0.7 },
  ],
};

test("a figure passes a bar that it equals, and fails one that it exceeds", () => {
  expect(SECTION.bars.map((bar) => isOver(SECTION, bar))).toEqual([false, true]);
});

test("a bar for a figure that was not measured is an error", () => {
  expect(() => isOver(SECTION, { row: "second", column: "calls", atMost: 1 })).toThrow(
    "no figure was measured for calls of second",
  );
  expect(() => isOver(SECTION, { row: "third", column: "ratio", atMost: 1 })).toThrow(
    "no figure was measured for ratio of third",
  );
});

test("the text shows each bar and its verdict behind the figure, and a dash for a missing figure", () => {
  expect(toText(SECTION)).toBe(`
(x) A table
    A note.

            calls     ×
    first   1,234  0.70 ≤ 0.7 ok
    second      -  0.71 ≤ 0.7 OVER`);
});

test("the JSON has the circumstances, and the figure and the verdict of each bar", () => {
  const circumstances = { package: "p 1", date: "d", node: "v1", cpu: "c", cores: 2, load: 0 };
  const { sections, ...rest } = JSON.parse(toJson(circumstances, [SECTION]));
  expect(rest).toEqual(circumstances);
  expect(sections).toMatchObject([{ id: "x", rows: SECTION.rows }]);
  expect(sections[0].bars).toEqual([
    { ...SECTION.bars[0], figure: 0.7, verdict: "ok" },
    { ...SECTION.bars[1], figure: 0.71, verdict: "over" },
  ]);
});

const RIGHT = {
  method: "DELETE",
  path: URL_PATH,
  key: API_KEY,
  contentType: "application/json;charset=UTF-8",
  body: JSON.stringify(BODY),
};

test.each([{ method: "GET" }, { path: "/" }, { key: null }, { contentType: "text/plain" }, { body: "{}" }])(
  "a request with %j is not the measured call",
  (change) => {
    expect(() => verifyRequest(RIGHT)).not.toThrow();
    expect(() => verifyRequest({ ...RIGHT, ...change })).toThrow("this is not the measured call");
  },
);

test("a contender that returns other data is refused", () => {
  expect(() => verifyData("ky", JSON.parse(ANSWER))).not.toThrow();
  expect(() => verifyData("ky", { deleted: [] })).toThrow('ky returns other data: {"deleted":[]}');
});
