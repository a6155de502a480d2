import { environment, isBrowser } from "./environment.js";
import { UsageError } from "./errors.js";
import type { Call } from "./transport/call.js";

/**
 * Called for the key before every attempt. `rejected` is true when the server has answered 401 to the last key: give a new
 * one. Concurrent calls share that refresh; it ends with the call that started it, and one that fails does not count.
 */
export type ApiKeyFunction = (context: { readonly rejected: boolean }) => string | Promise<string>;

/** Where the key comes from. The key itself is only ever in a closure, so that no printing of a client shows it. */
export type Key = (() => string) | RenewableKey;
export type RenewableKey = ReturnType<typeof renewableKey>;

// What RFC 9110 (5.5) lets a field value have without being trimmed or refused on some platform.
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/**
 * The key that is given, or that of the environment; undefined for `false`.
 *
 * @throws {UsageError} when there is none, or one that no header can carry, or a string in a browser.
 */
export function createKey(
  operation: string,
  option: string | ApiKeyFunction | false | undefined,
  allowBrowser: boolean,
): Key | undefined {
  const apiKey = option ?? environment("POLYAI_API_KEY");
  if (apiKey === false) return undefined;
  if (typeof apiKey === "function") return renewableKey(apiKey);
  if (typeof apiKey === "string" && !allowBrowser && isBrowser()) {
    const instead = "give a function, or dangerouslyAllowBrowser: true";
    throw new UsageError(operation, `apiKey is a string, which a browser shows to everybody: ${instead}`);
  }
  const value = checkKey(operation, apiKey);
  return () => value;
}

function renewableKey(ask: ApiKeyFunction) {
  let generation = 0;
  let renewal: Promise<unknown> | undefined;
  return {
    /**
     * The key for the next attempt. Calls whose key was rejected share one refresh, which counts only when it succeeds. It is
     * abandoned when the call that started it ends. When it fails, those that waited for it share one more.
     */
    get: async (call: Call, signal: AbortSignal): Promise<string> => {
      const { operation, rejected } = call;
      let failed = false;
      // Rejected with an older generation: the key has been replaced since.
      while (rejected === generation || (renewal && !failed)) {
        const own = !renewal;
        renewal ??= refresh(ask, signal);
        const current = renewal;
        try {
          const key = checkKey(operation, await current);
          if (renewal === current) generation += 1;
          call.keyGeneration = generation;
          return key;
        } catch (error) {
          if (own || failed || signal.aborted) throw error;
          failed = error !== ABANDONED;
        } finally {
          if (renewal === current) renewal = undefined;
        }
      }
      call.keyGeneration = generation;
      return checkKey(operation, await ask({ rejected: false }));
    },
  };
}

const ABANDONED = Symbol("abandoned");

/** Asks for a new key until the signal aborts. */
async function refresh(ask: ApiKeyFunction, signal: AbortSignal): Promise<unknown> {
  const abandoned = new Promise((resolve) => signal.addEventListener("abort", () => resolve(ABANDONED)));
  const key = await Promise.race([ask({ rejected: true }), abandoned]);
  if (key === ABANDONED) throw key;
  return key;
}

function checkKey(operation: string, key: unknown): string {
  if (key == null) throw new UsageError(operation, "apiKey is missing: give apiKey or set POLYAI_API_KEY");
  if (typeof key !== "string") throw new UsageError(operation, `apiKey must be a string, not ${typeof key}`);
  if (key === "") throw new UsageError(operation, "apiKey is empty");
  if (!VISIBLE_ASCII.test(key)) {
    throw new UsageError(operation, "apiKey has characters that no header can carry, such as a line break or a space");
  }
  return key;
}
