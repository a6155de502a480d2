import { expect, test } from "vitest";
import { runScript } from "../support/run.js";

test("the key shows in nothing that the client prints, throws, reports or serialises", async () => {
  const canary = "canary-9d41c7e2";
  const { stdout, stderr, code } = await runScript("test/network/canary.program.ts", [canary]);
  expect(stderr + stdout).toContain("ApiError");
  expect(stdout).toMatch(
    /ResponseFormatError[\s\S]+RedirectError[\s\S]+ConnectionError[\s\S]+TimeoutError[\s\S]+UsageError/,
  );
  expect(stdout).toMatch(/the end\n$/);
  for (const line of (stdout + stderr).split("\n")) expect(line).not.toContain(canary);
  expect(code).toBe(0);
}, 30_000);
