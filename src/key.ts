import { environment, isBrowser } from "./environment.js";
import { UsageError } from "./errors.js";

/** Asked for the key before every attempt. `rejected` is true after the server has answered 401 to the last one. */
export type ApiKeyFunction = (context: { readonly rejected: boolean }) => string | Promise<string>;

/** Where the key comes from. The key itself is only ever in a closure, so that no printing of a client shows it. */
export type Key = (() => string) | RenewableKey;
export type RenewableKey = ReturnType<typeof renewableKey>;

// What RFC 9110 (5.5) lets a field value have without being trimmed or refused on some platform.
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/**
 * The key that is given, or that of the environment.
 *
 * @throws {UsageError} when there is none, or one that no header can carry, or a string in a browser.
 */
export function createKey(operation: string, option: string | ApiKeyFunction | undefined, allowBrowser = false): Key {
  const apiKey = option ?? environment("POLYAI_API_KEY");
  if (typeof apiKey === "function") return renewableKey(apiKey);
  if (typeof apiKey === "string" && !allowBrowser && isBrowser()) {
    const instead = "give a function, or dangerouslyAllowBrowser: true";
    throw new UsageError(operation, `apiKey is a string, which a browser shows to everybody: ${instead}`);
  }
  const value = checkKey(operation, apiKey);
  return () => value;
}

function renewableKey(ask: ApiKeyFunction) {
  const asked = async (operation: string, rejected: boolean) => checkKey(operation, await ask({ rejected }));
  let generation = 0;
  let renewal: Promise<string> | undefined;
  return {
    /** Counts the renewals, so that a call can say which key was rejected. */
    generation: () => generation,
    /** The key for the next attempt: a new one, shared by all calls that ask, when that of the generation was rejected. */
    get: async (operation: string, rejected: number | undefined): Promise<string> => {
      // Rejected with an older generation: the key has been replaced since.
      if (rejected === generation) {
        generation += 1;
        renewal = asked(operation, true).finally(() => {
          renewal = undefined;
        });
      }
      return await (renewal ?? asked(operation, false));
    },
  };
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
