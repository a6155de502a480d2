import { UsageError } from "./errors.js";
import type { ApiKeyFunction } from "./options.js";

/** Where the key comes from. The key itself is only ever in a closure, so that no printing of a client shows it. */
export interface Key {
  /** Whether a key that the server rejects can be replaced: it comes from a function. */
  readonly renewable: boolean;
  /** Counts the renewals, so that a call can say which key it was that was rejected. */
  generation(): number;
  /** The key for the next attempt. */
  get(operation: string): string | Promise<string>;
  /** A new key in place of the one of that generation; calls that ask for the same share one renewal. */
  renew(operation: string, generation: number): Promise<string>;
}

// What RFC 9110 (5.5) lets a field value have without being trimmed or refused on some platform.
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** @throws {UsageError} when there is no key, or one that no header can carry. */
export function createKey(operation: string, apiKey: string | ApiKeyFunction | undefined): Key {
  if (typeof apiKey === "function") return renewableKey(apiKey);
  const value = checkKey(operation, apiKey);
  return { renewable: false, generation: () => 0, get: () => value, renew: async () => value };
}

function renewableKey(ask: ApiKeyFunction): Key {
  const asked = async (operation: string, rejected: boolean) => checkKey(operation, await ask({ rejected }));
  let generation = 0;
  let renewal: Promise<string> | undefined;
  let renewing = false;
  return {
    renewable: true,
    generation: () => generation,
    get: (operation) => (renewing && renewal ? renewal : asked(operation, false)),
    renew(operation, rejected) {
      if (renewal && rejected < generation) return renewal;
      generation += 1;
      renewing = true;
      renewal = asked(operation, true).finally(() => {
        renewing = false;
      });
      return renewal;
    },
  };
}

function checkKey(operation: string, key: unknown): string {
  if (key === undefined || key === null) {
    throw new UsageError(operation, "apiKey is missing: give apiKey or set POLYAI_API_KEY");
  }
  if (typeof key !== "string") throw new UsageError(operation, `apiKey must be a string, not ${typeof key}`);
  if (key === "") throw new UsageError(operation, "apiKey is empty");
  if (!VISIBLE_ASCII.test(key)) {
    throw new UsageError(operation, "apiKey has characters that no header can carry, such as a line break or a space");
  }
  return key;
}
