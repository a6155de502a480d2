import { expect, test } from "vitest";
import { balanced, difference, interleave, median, medians, ratio } from "../../scripts/bench/statistics.js";

test("the median of an odd number of values is the middle one, and of an even number the mean of the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 4, 2])).toBe(3);
  expect(median([7])).toBe(7);
});

test("the median sorts numerically and does not change the list", () => {
  const values = [100, 9, 20];
  expect(median(values)).toBe(20);
  expect(values).toEqual([100, 9, 20]);
});

test("an empty list has no median", () => {
  expect(() => median([])).toThrow("there is no median of an empty list");
});

test("a ratio and a difference compare the figures of the same round", () => {
  // The machine is ten times slower in the second round, for both.
  const samples = { quick: [1, 10, 1], slow: [2, 20, 4] };
  expect(ratio(samples, "slow", "quick")).toBe(2);
  expect(ratio(samples, "quick", "slow")).toBe(0.5);
  expect(difference(samples, "slow", "quick")).toBe(3);
  expect(medians(samples)).toEqual({ quick: 1, slow: 4 });
});

test("a ratio to a contender that was not measured is not a number", () => {
  expect(ratio({ own: [1, 2] }, "own", "missing")).toBeNaN();
});

test("over as many rounds as contenders, each contender is once in each place and once after each other contender", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const rounds = names.map((_, round) => balanced(names, round));
  for (const place of names.keys()) {
    expect(rounds.map((order) => order[place]).sort()).toEqual(names);
  }
  const neighbours = rounds.flatMap((order) => order.slice(1).map((name, at) => `${order[at]}${name}`));
  const pairs = names.flatMap((first) => names.filter((name) => name !== first).map((second) => first + second));
  expect(neighbours.sort()).toEqual(pairs.sort());
});

test("each contender is measured once in each round, one at a time", async () => {
  const order: string[] = [];
  let running = 0;
  const samples = await interleave(["a", "b"], 3, async (name) => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    return order.push(name);
  });
  expect(order.join("")).toBe("abbaab");
  expect(samples).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});
