import { expect, test } from "vitest";
import { run } from "../support/run.js";

async function measureProgram(program: string) {
  const { stdout, stderr } = await run(process.execPath, ["--expose-gc", "--import", "tsx", program]);
  return JSON.parse(stdout || JSON.stringify({ stderr }));
}

test.concurrent("nothing is left behind by more than a thousand calls with random faults", async () => {
  const { settled, ...left } = await measureProgram("test/network/load.program.ts");
  expect(settled).toMatchObject({ other: 0 });
  expect(settled.fulfilled + settled.failed + settled.aborted).toBe(1_200);
  expect(settled.failed).toBeGreaterThan(0);
  expect(settled.aborted).toBeGreaterThan(0);
  expect(left).toMatchObject({ unhandled: 0, listeners: 0, timers: 0 });
  expect(left.grownBytes).toBeLessThan(2_000_000);
}, 120_000);

test.concurrent("deadlines and signals of a pending call survive garbage collection (nodejs/undici#4068)", async () => {
  expect(await measureProgram("test/network/gc.program.ts")).toEqual({
    timeout: "TimeoutError: GET /collections → the attempt did not end within 150 ms (1 attempt)",
    total: "TimeoutError: GET /collections → the call did not end within 150 ms (1 attempt)",
    aborted: "gone",
  });
}, 60_000);
