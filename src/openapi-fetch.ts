// The only file that calls openapi-fetch.

import createOpenapiFetch, { createQuerySerializer, type Middleware } from "openapi-fetch";
import type { Style } from "./api.js";
import type { HeaderValues } from "./options.js";
import { own } from "./own.js";

/** The init of openapi-fetch's `request`. Nothing is optional, since a polluted Object.prototype could supply it. */
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

/**
 * Resolves to the response, after middleware. The body of a 2xx is unread; that of an error is in `error`, as JSON or
 * text.
 */
export type Core = (method: string, path: string, init: CoreInit) => Promise<{ response: Response; error?: unknown }>;

/** Creates the openapi-fetch client for all attempts. It builds the URL and the headers and runs the middleware. */
export function createCore(headers: HeaderValues): Core {
  return createOpenapiFetch({ headers } as object).request as unknown as Core;
}

/**
 * Replaces the platform's Request, the largest cost of a call, if there is no middleware that could see the request.
 */
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

/** Writes one query parameter in its style. The name, and the keys of an object, must be percent-encoded already. */
export function serializeQueryParameter(name: string, value: unknown, style: Style): string {
  // The types of openapi-fetch separate the styles of lists and objects; a style of the other kind is ignored.
  // Without a prototype, since openapi-fetch reads inherited properties too.
  return createQuerySerializer(own<object>({ array: style, object: style }))(own({ [name]: value }));
}
