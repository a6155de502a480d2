import { afterEach, beforeEach } from "vitest";

const VARIABLES = ["POLYAI_API_KEY", "POLYAI_REGION", "POLYAI_BASE_URL", "POLYAI_LOG"];

/** Runs each test of a file without the client's environment variables, and restores them after it. */
export function withoutVariables(): void {
  let saved: (string | undefined)[];
  beforeEach(() => {
    saved = VARIABLES.map((name) => process.env[name]);
    for (const name of VARIABLES) delete process.env[name];
  });
  afterEach(() => {
    VARIABLES.forEach((name, i) => {
      if (saved[i] === undefined) delete process.env[name];
      else process.env[name] = saved[i];
    });
  });
}
