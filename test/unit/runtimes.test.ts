import { describe, expect, test } from "vitest";
import { checkConsumed, Missing, outcomeOf, versionOf } from "../../scripts/runtimes/runtime.js";
import { CONSUMED } from "../support/consumer.js";

describe("a runtime", () => {
  const found = (run: () => Promise<void>) => Promise.resolve({ version: "1.2.3", run });

  test("passes if the consumer's output is right", async () => {
    const outcome = await outcomeOf(found(async () => {}));
    expect(outcome).toEqual({ outcome: "passed", version: "1.2.3", why: "" });
  });

  test("fails with the wrong part of the output", async () => {
    const outcome = await outcomeOf(found(() => Promise.reject(new Error("released: []"))));
    expect(outcome).toEqual({ outcome: "failed", version: "1.2.3", why: "released: []" });
  });

  test("that cannot be installed is missing, and has not passed", async () => {
    const outcome = await outcomeOf(Promise.reject(new Missing("there is none")));
    expect(outcome).toEqual({ outcome: "MISSING", version: "", why: "there is none" });
  });

  test("that does not start is missing", async () => {
    await expect(versionOf("no-such-program-anywhere")).rejects.toThrow(Missing);
  });

  test("gets its version from the program itself", async () => {
    expect(await versionOf(process.execPath)).toBe(process.versions.node);
  });
});

describe("the consumer's output", () => {
  const printed = JSON.stringify(CONSUMED);

  test("is right, whatever the runtime prints around it", () => {
    expect(() => checkConsumed(`a notice\n${printed}\n`, "a warning")).not.toThrow();
  });

  test("is wrong when one thing differs, which is named", () => {
    const result = JSON.stringify({ ...CONSUMED, forbidden: "ApiError 403, attempts: 3" });
    expect(() => checkConsumed(result, "")).toThrow('forbidden: "ApiError 403, attempts: 3"');
  });

  test("is wrong if it is empty", () => {
    expect(() => checkConsumed("", "SyntaxError")).toThrow("the consumer printed no result: SyntaxError");
  });
});
