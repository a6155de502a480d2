import { describe, expect, test } from "vitest";
import type { Logger, LogLevel } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

/** A logger that keeps its lines. */
function keep() {
  const lines: [method: string, ...rest: unknown[]][] = [];
  const method =
    (name: string) =>
    (...rest: unknown[]) =>
      void lines.push([name, ...rest]);
  const logger: Logger = { debug: method("debug"), info: method("info"), warn: method("warn"), error: method("error") };
  return { logger, lines };
}

const EVENT = {
  operation: "GET /collections",
  host: "north.example",
  attempt: 1,
  status: 200,
  error: undefined,
  durationMs: 12,
  nextInMs: undefined,
  requestId: "r-1",
};
const REPEATED = { ...EVENT, status: 503, error: "ApiError", nextInMs: 500 };
const FAILED = { ...EVENT, status: undefined, error: "ConnectionError", attempt: 2, requestId: undefined };

describe("one line for each attempt", () => {
  test.each([
    [EVENT, "info", "polyai-agents: GET /collections on north.example → 200 (12 ms, attempt 1, request r-1)"],
    [
      REPEATED,
      "warn",
      "polyai-agents: GET /collections on north.example → 503 (12 ms, attempt 1, request r-1, again in 500 ms)",
    ],
    [FAILED, "error", "polyai-agents: GET /collections on north.example → ConnectionError (12 ms, attempt 2)"],
  ])("%o", (event, method, line) => {
    const { logger, lines } = keep();
    createLog("test", { logger, logLevel: "info" })?.(event);
    expect(lines).toEqual([[method, line]]);
  });

  test.each<[LogLevel, string[]]>([
    ["error", ["error"]],
    ["warn", ["warn", "error"]],
    ["info", ["info", "warn", "error"]],
    ["debug", ["info", "warn", "error"]],
  ])("at the level %s: %o", (logLevel, methods) => {
    const { logger, lines } = keep();
    const log = createLog("test", { logger, logLevel });
    for (const event of [EVENT, REPEATED, FAILED]) log?.(event);
    expect(lines.map(([method]) => method)).toEqual(methods);
  });

  test("with the event itself at the level debug", () => {
    const { logger, lines } = keep();
    createLog("test", { logger, logLevel: "debug" })?.(EVENT);
    expect(lines).toEqual([["info", expect.any(String), EVENT]]);
  });
});

describe("a client", () => {
  const call = async (options: FixtureOptions) => {
    const { fetch } = recordingFetch();
    await createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch, ...options }).GET("/collections");
  };

  test("logs nothing by default, and each attempt if a level is set", async () => {
    const { logger, lines } = keep();
    await call({ logger });
    expect(lines).toEqual([]);
    await call({ logger, logLevel: "info" });
    expect(lines).toEqual([["info", expect.stringMatching(/GET \/collections on .* → 200 \(\d+ ms, attempt 1\)$/)]]);
  });

  test("keeps the level if with() gives another logger", async () => {
    const [first, second] = [keep(), keep()];
    const { fetch } = recordingFetch();
    const client = createFixtureClient({
      ...{ region: "north" as const, apiKey: "key-of-the-test", fetch },
      ...{ logger: first.logger, logLevel: "info" as const },
    });
    await client.with({ logger: second.logger }).GET("/collections");
    expect([first.lines.length, second.lines.length]).toEqual([0, 1]);
    await client.with({ logLevel: "off" }).GET("/collections");
    expect(first.lines).toEqual([]);
  });

  test("continues if the logger throws, and still calls onAttempt", async () => {
    const { logger } = keep();
    const seen: number[] = [];
    logger.info = () => {
      throw new Error("full");
    };
    await call({ logger, logLevel: "info", onAttempt: ({ attempt }) => void seen.push(attempt) });
    expect(seen).toEqual([1]);
  });

  test("never logs a key or a body", async () => {
    const { logger, lines } = keep();
    const answer = () =>
      Response.json(
        { message: "wrong key key-of-the-test" },
        { status: 400, headers: { "x-request-id": "key-of-the-test" } },
      );
    await call({ logger, logLevel: "debug", fetch: recordingFetch(answer).fetch }).catch(() => {});
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("key-of-the-test");
    expect(JSON.stringify(lines)).not.toContain("wrong");
  });

  test("throws for an invalid level or logger", async () => {
    await expect(call({ logLevel: "verbose" as never })).rejects.toThrow(
      "logLevel (POLYAI_LOG) must be one of off, error",
    );
    await expect(call({ logger: { info() {} } as never })).rejects.toThrow(
      "logger must have the functions debug, info",
    );
  });
});
