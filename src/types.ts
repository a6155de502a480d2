// The types of a call, derived from the types that openapi-typescript writes. Unlike openapi-fetch's types, they infer
// nothing from the init: so unknown properties do not compile, and type checking is faster.

import type { CallOptions } from "./options.js";

/** An HTTP method, as openapi-typescript writes it. */
export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch";

/**
 * The part of openapi-typescript's type of an operation that is used here. A type alias, since the declarations of a
 * user's program may have to repeat it, and could not name an interface that the package does not export.
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

/** The parameters without cookies and without kinds that openapi-typescript marks as absent (`query?: never`). */
type Present<T> = {
  [K in keyof T as K extends "cookie" ? never : T[K] extends undefined ? never : K]: K extends "header"
    ? Removable<T[K]>
    : T[K];
};

/** Header parameters. Optional ones may be null, which removes the client's header. */
type Removable<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | null | undefined : T[K] };

/** The parameters, where path parameters with a default are optional. */
type Defaulted<Params, Defaults extends string> = [Defaults] extends [never]
  ? Params
  : Params extends { path: infer Path }
    ? Omit<Params, "path"> & PathInit<Omit<Path, Defaults> & Partial<Pick<Path, Defaults & keyof Path>>>
    : Params;

type PathInit<Path> = object extends Path ? { path?: Path } : { path: Path };

/** `params`: optional if all parameters are optional, absent if there are none. */
type ParamsInit<T> = keyof T extends never ? unknown : object extends T ? { params?: T } : { params: T };

type Bytes = Blob | ArrayBuffer | ArrayBufferView;

/** The type of a request body: the value for JSON, the fields for a form, text or bytes for any other media type. */
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
 * `body`: absent if the operation has none, and optional if the document says so and the schema has no required
 * properties. A request without required properties cannot succeed.
 */
type BodyInit<Op, Content> = [Content] extends [never]
  ? unknown
  : Op extends { requestBody: object }
    ? { body: BodyOf<Content> }
    : [WithRequired<Content[keyof Content]>] extends [never]
      ? { body?: BodyOf<Content> }
      : { body: BodyOf<Content> };

/** Selects the object types that have required properties. */
type WithRequired<T> = T extends Blob | readonly unknown[] ? never : T extends object ? RequiredObject<T> : never;
type RequiredObject<T extends object> = object extends T ? never : T;

/**
 * The init of a call: `params`, `body` and the options of the call. `Defaults` are the path parameters for which the
 * client has a default.
 */
export type CallInit<Op extends Operation, Defaults extends string = never> = ParamsInit<
  Defaulted<Present<Op["parameters"]>, Defaults>
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
 * The body of a success: of its 2xx statuses, otherwise of `default`. `unknown` if the response has no schema,
 * `undefined` for a 204, a 205 and a HEAD.
 */
export type CallData<Op extends Operation, M = unknown> = M extends "head"
  ? undefined
  : DataOf<Op["responses"], keyof Op["responses"] & Success>;

/** The result of a successful call. */
export interface CallResult<Data> {
  /** The body: parsed JSON, a string for text types, otherwise a Blob; `undefined` if there is none. */
  readonly data: Data;
  /** The response, for its status and headers. Its body has been read. */
  readonly response: Response;
}

type OperationAt<Paths, P extends keyof Paths, M extends Method> =
  Paths[P] extends Record<M, infer Op extends Operation> ? Op : never;

/** The arguments after the path: the init, optional if it requires nothing. */
export type Arguments<Init> = object extends Init ? [init?: Init] : [init: Init];

/** The arguments after the path of a call, for generic functions around a client: `GET(path, ...args)`. */
export type CallArguments<
  Paths,
  M extends Method,
  P extends PathsWith<Paths, M>,
  Defaults extends string = never,
> = Arguments<CallInit<OperationAt<Paths, P, M>, Defaults>>;

/** The function for an HTTP method. */
export type CallFunction<Paths, M extends Method, Defaults extends string> = <P extends PathsWith<Paths, M>>(
  path: P,
  ...init: Arguments<CallInit<OperationAt<Paths, P, M>, Defaults>>
) => Promise<CallResult<CallData<OperationAt<Paths, P, M>, M>>>;
