// The types of a call, derived from what openapi-typescript writes: cheap, since an operation is looked up by its path,
// and strict, since nothing is inferred from the init (openapi-fetch's own types do, and accept any key).

import type { Middleware } from "openapi-fetch";
import type { FetchClient } from "./fetch-client.js";
import type { CallOptions, ClientOptions } from "./options.js";

/** An HTTP method as openapi-typescript writes it. */
export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch";

/**
 * What openapi-typescript writes for an operation, as far as it matters here. Not an interface: the declarations of a program
 * that exports a method of the client write this out, and could not name an interface that the package does not export.
 */
export type Operation = {
  parameters: object;
  requestBody?: { content: object } | undefined;
  responses: object;
};

/** The paths that have an operation with this method, such as `"get"`. */
export type PathsWith<Paths, M extends Method> = {
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

/** The parameters, without those path parameters that have a default. */
type Defaulted<Params, Defaults extends string> = [Defaults] extends [never]
  ? Params
  : Params extends { path: infer Path }
    ? Omit<Params, "path"> & PathInit<Omit<Path, Defaults> & Partial<Pick<Path, Defaults & keyof Path>>>
    : Params;

type PathInit<Path> = object extends Path ? { path?: Path } : { path: Path };

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

/**
 * `body`, absent when the operation has none. Optional where the document says so, unless the schema has required
 * properties: no server can do anything without them.
 */
type BodyInit<Op, Content> = [Content] extends [never]
  ? unknown
  : Op extends { requestBody: object }
    ? { body: BodyOf<Content> }
    : [WithRequired<Content[keyof Content]>] extends [never]
      ? { body?: BodyOf<Content> }
      : { body: BodyOf<Content> };

/** The object types that have required properties. */
type WithRequired<T> = T extends Blob | readonly unknown[] ? never : T extends object ? RequiredObject<T> : never;
type RequiredObject<T extends object> = object extends T ? never : T;

/**
 * What a call of the operation takes beside its path: `params`, `body`, and the options of this one call. `Defaults` are
 * the path parameters that the client has a default for.
 */
export type CallInit<Op extends Operation, Defaults extends string = never> = ParamsInit<
  Defaulted<Given<Op["parameters"]>, Defaults>
> &
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

/** The arguments after the path: the init, which may be left out where nothing in it is required. */
export type Arguments<Init> = object extends Init ? [init?: Init] : [init: Init];

/** The arguments after the path of a call, for generic functions around a client: `GET(path, ...args)`. */
export type CallArguments<
  Paths,
  M extends Method,
  P extends PathsWith<Paths, M>,
  Defaults extends string = never,
> = Arguments<CallInit<OperationAt<Paths, P, M>, Defaults>>;

type Call<Paths, M extends Method, Defaults extends string> = <P extends PathsWith<Paths, M>>(
  path: P,
  ...init: Arguments<CallInit<OperationAt<Paths, P, M>, Defaults>>
) => Promise<CallResult<CallData<OperationAt<Paths, P, M>, M>>>;

type Calls<Paths, Defaults extends string> = {
  readonly [M in Method as [PathsWith<Paths, M>] extends [never] ? never : Uppercase<M>]: Call<Paths, M, Defaults>;
};

/** The names in the braces of path templates. */
export type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a path parameter can be. */
export type PathValue = string | number | boolean;

/** Path parameters of a client, which its calls may leave out of `params.path`. */
export interface PathDefaults<Name extends string> {
  path?: Readonly<Record<Name, PathValue>> | undefined;
}

declare const DEFAULTS: unique symbol;

/** A client for an API whose `paths` openapi-typescript has written: a method for each HTTP method in use. */
export type Client<Paths, Region extends string = string, Defaults extends string = never> = Calls<Paths, Defaults> & {
  /** Only in types: a client without these defaults is not one with them. */
  readonly [DEFAULTS]?: { readonly [Name in Defaults]: true };
  /**
   * A client that differs from this one in the given options and shares everything else, the refresh of a rejected
   * key included. A `baseUrl` takes the place of a `region`, and the other way round; `POLYAI_BASE_URL` wins over a `region`
   * here, too. A header that is null is removed.
   *
   * @throws {UsageError} when an option is wrong.
   */
  with<Name extends NamesIn<keyof Paths> = never>(
    options: ClientOptions<Region> & PathDefaults<Name>,
  ): Client<Paths, Region, Defaults | Name>;
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
