import { expect, test } from "vitest";
import { coverageOf } from "../../src/testing/coverage.js";

const row = (id: string, statuses: number[]) => ({ id, method: "GET", path: `/${id}`, statuses, examples: {} });
const rows = [row("listed", [200, 404]), row("ranges", []), row("refused", []), row("unused", [200])];
const called = (id: string, status: number) => ({ method: "GET", path: `/${id}`, status });

test("an operation is covered by a documented status, or by a success that only a range or `default` describes", () => {
  const coverage = coverageOf(rows, [called("listed", 404), called("ranges", 200), called("refused", 422)]);
  expect(coverage.operations).toEqual({ covered: 2, total: 4 });
  expect(coverage.statuses).toEqual({ covered: 1, total: 3 });
  expect(coverage.rows.map(({ seen, missing }) => [seen, missing])).toEqual([
    [[404], [200]],
    [[], []],
    [[], []],
    [[], [200]],
  ]);
});
