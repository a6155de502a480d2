import type { Middleware } from "openapi-fetch";
import type { FetchClient } from "./fetch-client.js";
import type { ClientOptions, PathDefaults } from "./options.js";
import type { CallFunction, Method, PathsWith } from "./types.js";

type Calls<Paths, Defaults extends string> = {
  readonly [M in Method as [PathsWith<Paths, M>] extends [never] ? never : Uppercase<M>]: CallFunction<
    Paths,
    M,
    Defaults
  >;
};

/** The names of the path parameters in a path template. */
export type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

declare const DEFAULTS: unique symbol;

/** A client for the API that `Paths` describes, with a function for each HTTP method that it uses. */
export type Client<Paths, Region extends string = string, Defaults extends string = never> = Calls<Paths, Defaults> & {
  /** Exists only as a type, so that a client without these defaults is not assignable to one that has them. */
  readonly [DEFAULTS]?: { readonly [Name in Defaults]: true };
  /**
   * Creates a client with other options. Options that are not given stay as they are, and the refresh of a rejected key
   * is shared. A `baseUrl` replaces a `region`, and a `region` replaces a `baseUrl`; `POLYAI_BASE_URL` wins over a
   * `region` here too. `null` removes a header.
   *
   * @throws {UsageError} when an option is wrong.
   */
  with<Name extends NamesIn<keyof Paths> = never>(
    options: ClientOptions<Region> & PathDefaults<Name>,
  ): Client<Paths, Region, Defaults | Name>;
  /**
   * Adds openapi-fetch middleware. Middleware runs on every attempt: `onRequest` in the order of registration,
   * `onResponse` and `onError` in reverse order.
   *
   * - `onRequest` can change the headers of the request, return a new `Request`, or return a `Response`. If it returns
   *   a `Response`, nothing is sent, reported or retried.
   * - `onResponse` gets every response, also errors such as a 404, and can return another one.
   * - `onError` gets the {@link ConnectionError} or {@link RedirectError}, and can return another error or a
   *   `Response`. It also runs after a timeout or an abort, but then its result is ignored, since the call is over.
   *
   * Middleware never sees the API key. The key is added afterwards, replaces a header of the same name, and is only
   * sent to the origin of the base URL. A call uses the middleware that is registered when it starts; `with` copies the
   * list.
   *
   * @throws {UsageError} when a middleware has none of the three functions.
   * @see https://openapi-ts.dev/openapi-fetch/middleware-auth
   */
  use(...middleware: Middleware[]): void;
  /** Removes middleware that was added with `use`. */
  eject(...middleware: Middleware[]): void;
  /**
   * This client with the types of an openapi-fetch client, for libraries that need one: give it to
   * openapi-react-query's `createClient` or swr-openapi's `createQueryHook`. A failed call rejects here too; these
   * libraries put the rejection into `error`. Turn their own retries off, since this client retries already.
   */
  readonly fetchClient: FetchClient<Paths>;
};
