import type * as undici7 from "undici";
import type * as undici6 from "undici-6";
import { describe, expectTypeOf, test } from "vitest";
import type { ClientOptions, Fetch } from "../../src/index.js";

/** The global of @types/bun, which has more than a function. */
declare const bunFetch: ((input: string | URL | Request, init?: RequestInit) => Promise<Response>) & {
  preconnect(url: string | URL): void;
};

/** As @types/node-fetch has it: an AbortSignal of its own and a Node stream for a body. */
interface NodeFetchSignal {
  aborted: boolean;
  addEventListener: (
    type: "abort",
    listener: (event: unknown) => unknown,
    options?: boolean | { once?: boolean | undefined },
  ) => void;
}
interface NodeFetchInit {
  body?: Blob | Buffer | URLSearchParams | NodeJS.ReadableStream | string | null | undefined;
  headers?: Iterable<[string, string]> | Record<string, string> | undefined;
  method?: string | undefined;
  redirect?: "error" | "follow" | "manual" | undefined;
  signal?: NodeFetchSignal | null | undefined;
}
interface NodeFetchResponse {
  readonly body: NodeJS.ReadableStream | null;
  readonly headers: { get(name: string): string | null; raw(): Record<string, string[]> };
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}
declare const nodeFetch: (url: URL | string, init?: NodeFetchInit) => Promise<NodeFetchResponse>;

describe("the option fetch takes", () => {
  const options = (options: ClientOptions) => options;

  test("the platform's fetch and Bun's", () => {
    options({ fetch });
    options({ fetch: bunFetch });
  });

  test("an arrow function around any fetch", () => {
    options({ fetch: (url, init) => fetch(url, init) });
    options({ fetch: (url, init) => bunFetch(url, init) });
    options({ fetch: (url, init) => nodeFetch(url, init) });
    options({ fetch: async (url, init) => await fetch(new Request(url, init)) });
    options({ fetch: (url, init) => fetch(url, { ...init, keepalive: true }) });
  });

  test("undici's and node-fetch's", () => {
    expectTypeOf<typeof undici7.fetch>().toExtend<Fetch>();
    expectTypeOf<typeof undici6.fetch>().toExtend<Fetch>();
    options({ fetch: nodeFetch });
  });

  test("one that makes its responses by hand", () => {
    const headers = new Headers();
    options({ fetch: async () => ({ ok: true, status: 200, headers, text: async () => "[]", json: async () => [] }) });
    // @ts-expect-error a response has a status
    options({ fetch: async () => ({ ok: true, headers, text: async () => "[]" }) });
  });

  test("nothing but a function with these parameters", () => {
    // @ts-expect-error it is called with two arguments
    options({ fetch: (url: string, init: object, more: string) => fetch(url, { ...init, body: more }) });
    // @ts-expect-error it is not a function
    options({ fetch: "fetch" });
  });
});
