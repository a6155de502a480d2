/** A program may load the package twice: its ES modules and its CommonJS, or two installed versions. */
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import * as errors from "../../src/errors.js";
import { ROOT } from "../support/run.js";

const SUMMARY = { operation: "GET /", host: "h", attempts: 1, elapsedMs: 1, retryable: false, mayHaveExecuted: false };
const NAMES = [
  "ApiError",
  "ConnectionError",
  "TimeoutError",
  "RedirectError",
  "ResponseFormatError",
  "UsageError",
] as const;

type Errors = typeof errors;
const own = { ...errors };
let other: Errors;
beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["src/errors.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  other = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
});

/** An error of each class by name, made with one copy. */
function errorsOf({ ApiError, ConnectionError, TimeoutError, RedirectError, ResponseFormatError, UsageError }: Errors) {
  const answer = { status: 404, requestId: undefined };
  return {
    ApiError: new ApiError(SUMMARY, "no", {
      ...answer,
      headers: new Headers(),
      code: undefined,
      body: {},
      retryAfterMs: undefined,
    }),
    ConnectionError: new ConnectionError(SUMMARY, "no", { cause: undefined }),
    TimeoutError: new TimeoutError(SUMMARY, "total", 1),
    RedirectError: new RedirectError(SUMMARY, "no", { status: 302, target: undefined }),
    ResponseFormatError: new ResponseFormatError(SUMMARY, "no", { ...answer, body: undefined }),
    UsageError: new UsageError("f()", "no"),
  };
}

describe.each(NAMES)("%s", (name) => {
  test.each(NAMES)("of another copy against this copy's %s", (className) => {
    const error = errorsOf(other)[name];
    expect(error instanceof own[className]).toBe(name === className);
    expect(errorsOf(own)[name] instanceof other[className]).toBe(name === className);
  });

  test("of another copy is one of the family", () => {
    const error = errorsOf(other)[name];
    expect(Object.getPrototypeOf(error)).not.toBe(own[name].prototype);
    expect(error).toBeInstanceOf(own.AgentsError);
    expect(error).toBeInstanceOf(Error);
    expect(own.isAgentsError(error)).toBe(true);
  });

  test("of this copy is an instance of its own class and of no other", () => {
    const error = errorsOf(own)[name];
    expect(NAMES.filter((className) => error instanceof own[className])).toEqual([name]);
    expect(error).toBeInstanceOf(own.AgentsError);
  });
});

describe("a subclass that a user writes", () => {
  const quotaOf = ({ ApiError }: Errors) => {
    class QuotaError extends ApiError {
      declare readonly limit: number;
    }
    const facts = {
      status: 402,
      headers: new Headers(),
      requestId: undefined,
      code: undefined,
      body: {},
      retryAfterMs: undefined,
    };
    const error = new QuotaError(SUMMARY, "quota", facts);
    // A name of its own, as many give their errors.
    Object.defineProperty(error, "name", { value: "QuotaError" });
    return { QuotaError, error };
  };

  test("has only its own errors as instances, not those of its base class", () => {
    const { QuotaError, error } = quotaOf(own);
    expect(error).toBeInstanceOf(QuotaError);
    expect(error).toBeInstanceOf(own.ApiError);
    for (const copy of [own, other]) expect(errorsOf(copy).ApiError).not.toBeInstanceOf(QuotaError);
    expect(quotaOf(own).error).not.toBeInstanceOf(QuotaError);
  });

  test("of another copy is an instance of that class and of AgentsError here", () => {
    const { error } = quotaOf(other);
    expect(error).toBeInstanceOf(own.ApiError);
    expect(error).toBeInstanceOf(own.AgentsError);
    expect(error).not.toBeInstanceOf(own.ConnectionError);
  });

  test("of AgentsError has only its own errors as instances", () => {
    class OwnError extends own.AgentsError {
      override readonly name = "OwnError";
    }
    const error = new OwnError(SUMMARY, "own", {});
    expect(error).toBeInstanceOf(OwnError);
    expect(error).toBeInstanceOf(own.AgentsError);
    expect(error).toBeInstanceOf(other.AgentsError);
    expect(error).not.toBeInstanceOf(own.ApiError);
    expect(error).not.toBeInstanceOf(other.ApiError);
    expect(errorsOf(own).ApiError).not.toBeInstanceOf(OwnError);
    expect(own.isAgentsError(error)).toBe(true);
  });
});

test.each([
  undefined,
  null,
  0,
  "",
  "ApiError",
  {},
  new Error("e"),
  { name: "ApiError" },
  Object.create(null),
  () => {},
])("%s is no error of the family", (value) => {
  expect(own.isAgentsError(value)).toBe(false);
  for (const name of ["AgentsError", ...NAMES] as const) expect((value as object) instanceof own[name]).toBe(false);
});
