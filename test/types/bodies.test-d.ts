import { describe, expectTypeOf, test } from "vitest";
import type { ApiErrorGuard } from "../../src/api-error.js";
import type { Client } from "../../src/index.js";
import type { FixtureClient } from "../support/fixture-client.js";

declare const library: FixtureClient;

describe("a body", () => {
  interface Paths {
    "/required": { post: Post<{ name: string; note?: string | undefined }> };
    "/optional": { post: Post<{ note?: string | undefined }> };
  }
  interface Post<Body> {
    parameters: Record<never, never>;
    requestBody?: { content: { "application/json": Body } };
    responses: { 204: { content?: never } };
  }
  const client = {} as Client<Paths>;

  test("is required if its schema has required properties, even if the document says that it is optional", () => {
    client.POST("/required", { body: { name: "Jazz" } });
    // @ts-expect-error the body has a required property
    client.POST("/required");
    // @ts-expect-error the body has a required property
    client.POST("/required", { body: {} });
  });

  test("is optional when nothing in it is required", () => {
    client.POST("/optional");
    client.POST("/optional", { body: {} });
  });
});

test("optional properties and query parameters may be undefined, also with exactOptionalPropertyTypes", () => {
  const path = { collectionId: "jazz" };
  library.GET("/collections/{collectionId}/loans", { params: { path, query: { state: "out", limit: undefined } } });
  library.POST("/collections", { body: { name: "Jazz", labels: { front: "JZ", back: undefined } } });
});

describe("isApiError", () => {
  interface Problem {
    readonly title: string;
  }
  interface Paths {
    "/things": {
      get: {
        parameters: Record<never, never>;
        responses: {
          200: { content: { "application/json": string[] } };
          404: { content: { "application/json": { error_code: string } } };
          "4XX": { content: { "application/problem+json": Problem } };
          500: { content?: never };
          default: { content: { "application/json": { message: string } } };
        };
      };
      delete: { parameters: Record<never, never>; responses: { 204: { content?: never } } };
    };
  }
  const isApiError = {} as ApiErrorGuard<Paths>;
  const error: unknown = undefined;

  test("gives the body the type of the status, of its range, or of the default response", () => {
    if (isApiError(error, "GET /things", 404)) {
      expectTypeOf(error.body).toEqualTypeOf<{ error_code: string }>();
      expectTypeOf(error.status).toEqualTypeOf<404>();
      expectTypeOf(error.headers).toEqualTypeOf<Headers>();
    }
    if (isApiError(error, "GET /things", 409)) expectTypeOf(error.body).toEqualTypeOf<Problem>();
    if (isApiError(error, "GET /things", 503)) expectTypeOf(error.body).toEqualTypeOf<{ message: string }>();
    if (isApiError(error, "GET /things")) {
      expectTypeOf(error.body).toEqualTypeOf<{ error_code: string } | Problem | { message: string }>();
    }
  });

  test("has a body of type unknown if the document describes none", () => {
    if (isApiError(error, "GET /things", 500)) expectTypeOf(error.body).toBeUnknown();
    if (isApiError(error, "DELETE /things", 404)) expectTypeOf(error.body).toBeUnknown();
  });

  test("accepts only operations of the document", () => {
    // @ts-expect-error there is no such operation
    isApiError(error, "POST /things");
  });
});
