// The only file that calls openapi-fetch.

import createOpenapiFetch, { createQuerySerializer, type Middleware } from "openapi-fetch";
import type { Style } from "./api.js";
import type { HeaderValues } from "./options.js";
import { own } from "./own.js";

/** The init of openapi-fetch's `request`, all of it: what is left out, a polluted Object.prototype could supply. */
export interface CoreInit {
  /** The parameters as the caller gave them, for middleware. */
  readonly params: object;
  readonly headers: HeaderValues;
  readonly body: RequestInit["body"];
  readonly middleware: readonly Middleware[];
  readonly pathSerializer: () => string;
  readonly querySerializer: () => string;
  readonly bodySerializer: (body: unknown) => unknown;
  readonly Request: typeof Request | typeof LightRequest;
  readonly baseUrl: string;
  readonly parseAs: "stream";
  readonly fetch: (request: Request | LightRequest) => Promise<Response>;
  readonly signal: AbortSignal;
}

/** Resolves to the response after middleware. The body of a 2xx is unread; otherwise `error` is its JSON or text. */
export type Core = (method: string, path: string, init: CoreInit) => Promise<{ response: Response; error?: unknown }>;

/** The client of openapi-fetch that every attempt goes through. It builds URL and headers and runs the middleware. */
export function createCore(headers: HeaderValues): Core {
  return createOpenapiFetch({ headers } as object).request as unknown as Core;
}

/** Stands in for Request while there is no middleware to see it: building the platform's is the largest cost of a call. */
export class LightRequest {
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: RequestInit["body"];

  constructor(
    readonly url: string,
    init: object,
  ) {
    Object.assign(this, init);
  }
}

/** Writes one query parameter in its style. Its name and the keys of an object are encoded already. */
export function serializeQueryParameter(name: string, value: unknown, style: Style): string {
  // openapi-fetch's types have the styles of lists and of objects; each kind ignores the styles of the other.
  // It looks at inherited properties as well.
  return createQuerySerializer(own<object>({ array: style, object: style }))(own({ [name]: value }));
}
