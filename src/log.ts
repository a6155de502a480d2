import { environment } from "./environment.js";
import { UsageError } from "./errors.js";
import type { AttemptEvent } from "./transport/retry.js";

/** The console methods that a log is written with. Loggers such as pino and winston have them too. */
export interface Logger {
  debug(message: string, ...rest: unknown[]): void;
  info(message: string, ...rest: unknown[]): void;
  warn(message: string, ...rest: unknown[]): void;
  error(message: string, ...rest: unknown[]): void;
}

/**
 * Which attempts are logged: `error` those that ended a call, `warn` those that are repeated as well, `info` every one.
 * `debug` logs the same as `info`, and hands the {@link AttemptEvent} to the logger as a second argument.
 */
export type LogLevel = (typeof LEVELS)[number];

/** The options of the log. */
export interface Logging {
  readonly logger: Logger | undefined;
  readonly logLevel: LogLevel | undefined;
}

const LEVELS = ["off", "error", "warn", "info", "debug"] as const;

// Standard error, since a program may write its results to standard output.
const toStandardError = (...line: unknown[]) => console.error(...line);
const STANDARD_ERROR: Logger = {
  debug: toStandardError,
  info: toStandardError,
  warn: toStandardError,
  error: toStandardError,
};

/**
 * The function that logs each attempt in one line: without a key, a header or a body. Undefined when nothing is to be
 * logged. The level is that of `POLYAI_LOG` unless one is given, otherwise `off`.
 *
 * @throws {UsageError} when the level or the logger is none.
 */
export function createLog(
  operation: string,
  { logger = STANDARD_ERROR, logLevel: level = (environment("POLYAI_LOG") ?? "off") as LogLevel }: Logging,
): ((event: AttemptEvent) => void) | undefined {
  const rank = LEVELS.indexOf(level);
  if (rank < 0) throw new UsageError(operation, `logLevel (POLYAI_LOG) must be one of ${LEVELS.join(", ")}`);
  if (LEVELS.slice(1).some((name) => typeof logger[name as keyof Logger] !== "function")) {
    throw new UsageError(operation, "logger must have the functions debug, info, warn and error, as console has");
  }
  if (rank === 0) return undefined;
  return (event) => {
    const name = event.error === undefined ? "info" : event.nextInMs === undefined ? "error" : "warn";
    if (rank < LEVELS.indexOf(name)) return;
    const line = lineOf(event);
    level === "debug" ? logger[name](line, event) : logger[name](line);
  };
}

function lineOf({ operation, host, attempt, status, error, durationMs, nextInMs, requestId }: AttemptEvent): string {
  const request = requestId && `request ${requestId}`;
  const next = nextInMs !== undefined && `again in ${nextInMs} ms`;
  const facts = [`${durationMs} ms`, `attempt ${attempt}`, request, next].filter(Boolean).join(", ");
  return `polyai-agents: ${operation} on ${host} → ${status ?? error} (${facts})`;
}
