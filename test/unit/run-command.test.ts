import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const PROGRAM = `import { runCommand } from "./scripts/problem.ts";
await runCommand(async () => {
  for (let line = 0; line < 100; line += 1) console.log("x".repeat(10_000));
  return 2;
});`;

test("a command ends with its exit code, even if nobody reads its output, as in `npm run … | head`", async () => {
  const args = ["--import", "tsx", "--input-type=module", "-e", PROGRAM];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
});
