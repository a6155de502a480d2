import type { AttemptEvent } from "./attempt-event.js";
import { environment } from "./environment.js";
import { UsageError } from "./errors.js";

/** The functions of a logger, as `console`, pino and winston have them. */
export interface Logger {
  debug(message: string, ...rest: unknown[]): void;
  info(message: string, ...rest: unknown[]): void;
  warn(message: string, ...rest: unknown[]): void;
  error(message: string, ...rest: unknown[]): void;
}

/**
 * Which attempts are logged. `error`: failed attempts that ended a call. `warn`: also failed attempts that are
 * repeated. `info`: all attempts. `debug`: all attempts, with the {@link AttemptEvent} as a second argument for the
 * logger.
 */
export type LogLevel = (typeof LEVELS)[number];

/** The options for logging. */
export interface Logging {
  readonly logger: Logger | undefined;
  readonly logLevel: LogLevel | undefined;
}

const LEVELS = ["off", "error", "warn", "info", "debug"] as const;

// Standard error, since programs write their results to standard output.
const toStandardError = (...line: unknown[]) => console.error(...line);
const STANDARD_ERROR: Logger = {
  debug: toStandardError,
  info: toStandardError,
  warn: toStandardError,
  error: toStandardError,
};

/**
 * Creates the function that logs an attempt in one line, without key, headers and body. Undefined if nothing is to be
 * logged. The default level is `POLYAI_LOG`, otherwise `off`.
 *
 * @throws {UsageError} when the level or the logger is wrong.
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
