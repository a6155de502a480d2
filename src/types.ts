// The types of a call, derived from what openapi-typescript writes: cheap, since an operation is looked up by its path,
// and strict, since nothing is inferred from the init (openapi-fetch's own types do, and accept any key).

import type { Middleware } from "openapi-fetch";
import type { FetchClient } from "./fetch-client.js";
import type { CallOptions, ClientOptions } from "./options.js";

type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch";

/** What openapi-typescript writes for an operation, as far as it matters here. */
export interface Operation {
  parameters: object;
  requestBody?: { content: object };
  responses: object;
}

/** The paths that have an operation with this method. */
type PathsWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, Operation> ? P : never;
}[keyof Paths];

/** The parameters that there are; those that can only be undefined is how openapi-typescript says "none". */
type Given<T> = {
  [K in keyof T as K extends "cookie" ? never : T[K] extends undefined ? never : K]: K extends "header"
    ? Removable<T[K]>
    : T[K];
};

/** Headers of which the optional ones may be null, to remove that of the client. */
type Removable<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | null | undefined : T[K] };

/** `params`, optional when everything in it is, and not there when there are none. */
type ParamsInit<T> = keyof T extends never ? unknown : object extends T ? { params?: T } : { params: T };

type Bytes = Blob | ArrayBuffer | ArrayBufferView;

/** JSON is given as the value that it stands for, a form as its fields; any other media type as text or bytes. */
type BodyOf<Content> = {
  [Type in keyof Content]: Type extends "application/json" | `${string}+json`
    ? Content[Type]
    : Type extends `multipart/${string}`
      ? Content[Type] | FormData
      : Type extends "application/x-www-form-urlencoded"
        ? Content[Type] | URLSearchParams | Bytes | string
        : Bytes | string;
}[keyof Content];

/** `body`, optional where the document's is, and not there when there is none. */
type BodyInit<Op, Content> = [Content] extends [never]
  ? unknown
  : Op extends { requestBody: object }
    ? { body: BodyOf<Content> }
    : { body?: BodyOf<Content> };

/** What a call of the operation takes beside its path: `params`, `body`, and the options of this one call. */
export type CallInit<Op extends Operation> = ParamsInit<Given<Op["parameters"]>> &
  BodyInit<Op, NonNullable<Op["requestBody"]>["content"]> &
  CallOptions;

type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX";

type DataAt<Status, Response> = Status extends 204 | 205
  ? undefined
  : Response extends { content: infer Content }
    ? Content[keyof Content]
    : unknown;

type DataOf<Responses, S extends keyof Responses> = [S] extends [never]
  ? Responses extends { default: infer Response }
    ? DataAt<"default", Response>
    : unknown
  : { [Status in S]: DataAt<Status, Responses[Status]> }[S];

/**
 * The body of a success, which is that of `default` where the document has no other; `unknown` where it is left open,
 * `undefined` where there is none, as in the response to a HEAD.
 */
export type CallData<Op extends Operation, M = unknown> = M extends "head"
  ? undefined
  : DataOf<Op["responses"], keyof Op["responses"] & Success>;

/** What a call that succeeded resolves to. */
export interface CallResult<Data> {
  /** The body: parsed JSON, or `undefined` where the answer has none. */
  readonly data: Data;
  /** The response itself, for its status and headers. Its body has been read. */
  readonly response: Response;
}

type OperationAt<Paths, P extends keyof Paths, M extends Method> =
  Paths[P] extends Record<M, infer Op extends Operation> ? Op : never;

type Arguments<Init> = object extends Init ? [init?: Init] : [init: Init];

type Call<Paths, M extends Method> = <P extends PathsWith<Paths, M>>(
  path: P,
  ...init: Arguments<CallInit<OperationAt<Paths, P, M>>>
) => Promise<CallResult<CallData<OperationAt<Paths, P, M>, M>>>;

type Calls<Paths> = {
  readonly [M in Method as [PathsWith<Paths, M>] extends [never] ? never : Uppercase<M>]: Call<Paths, M>;
};

/** A client for an API whose `paths` openapi-typescript has written: a method for each HTTP method in use. */
export type Client<Paths, Region extends string = string> = Calls<Paths> & {
  /**
   * A client that differs from this one in the given options and shares everything else, the refresh of a rejected
   * key included. A `baseUrl` takes the place of a `region`, and the other way round; `POLYAI_BASE_URL` wins over a `region`
   * here, too. A header that is null is removed.
   *
   * @throws {UsageError} when an option is wrong.
   */
  with(options: ClientOptions<Region>): Client<Paths, Region>;
  /**
   * Adds openapi-fetch middleware. It runs on every attempt: `onRequest` in the order of registration, `onResponse` and
   * `onError` in reverse.
   *
   * - `onRequest` can change the request's headers, return a new `Request`, or return a `Response`, which then answers the
   *   call: nothing is sent, reported or retried.
   * - `onResponse` sees every response, errors such as a 404 too, and can return another one.
   * - `onError` sees what fetch failed with, as a {@link ConnectionError} or {@link RedirectError}, and can return another
   *   error or a `Response`. It sees timeouts and aborts too, but these have ended the call already.
   *
   * Middleware never sees the API key: it is added afterwards, over a header of the same name, and only for the origin of
   * the base URL. A call uses the middleware that was registered when it was made; `with` copies the list.
   *
   * @throws {UsageError} when a middleware has none of the three functions.
   * @see https://openapi-ts.dev/openapi-fetch/middleware-auth
   */
  use(...middleware: Middleware[]): void;
  /** Removes middleware that `use` has added. */
  eject(...middleware: Middleware[]): void;
  /**
   * This client as openapi-fetch would have it, for the libraries that are built on openapi-fetch: hand it to
   * openapi-react-query's `createClient` or swr-openapi's `createQueryHook`. A failed call rejects here too, which is what
   * they make their `error` of. This client has repeated by then what was safe to repeat: turn their own retries off.
   */
  readonly fetchClient: FetchClient<Paths>;
};
