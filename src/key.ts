import { environment, isBrowser } from "./environment.js";
import { UsageError } from "./errors.js";
import type { ApiKeyFunction } from "./options.js";
import type { Call } from "./transport/call.js";

/** Gives the key. The key is only in a closure, so that a printed client does not show it. */
export type Key = (() => string) | RenewableKey;
export type RenewableKey = ReturnType<typeof renewableKey>;

// The characters of a field value (RFC 9110, 5.5) that no platform trims or refuses.
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/**
 * The key of the option, otherwise of `POLYAI_API_KEY`; undefined if the option is `false`.
 *
 * @throws {UsageError} when the key is missing, has characters that a header cannot have, or is a string in a browser.
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
    throw new UsageError(operation, `apiKey is a string, which every visitor of the page can read: ${instead}`);
  }
  const value = checkKey(operation, apiKey);
  return () => value;
}

function renewableKey(ask: ApiKeyFunction) {
  let generation = 0;
  let renewal: Promise<unknown> | undefined;
  return {
    /**
     * The key for the next attempt. Calls whose key was rejected share one refresh, which counts only if it succeeds.
     * The refresh is abandoned when the call that started it ends. If it fails, the calls that waited for it share one
     * more.
     */
    get: async (call: Call, signal: AbortSignal): Promise<string> => {
      const { operation, rejected } = call;
      let failed = false;
      // If the rejected key is of an older generation, it has been replaced already.
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
