import { connectMock, startMock } from "../../src/testing/mock.js";
import type { MockApiOptions } from "../../src/testing/mock-api.js";
import { type AnswerIn, preferenceFor } from "../../src/testing/steering.js";
import { API_KEY_HEADER, SERVERS } from "../fixtures/api/generated/constants.js";
import { OPERATIONS, type OperationId } from "../fixtures/api/generated/operations.js";
import { createFixtureClient, type FixtureClient, type FixtureOptions } from "./fixture-client.js";

/** The API of test/fixtures/api/openapi.yaml, for the test kit. */
export const FIXTURE_API = {
  document: new URL("../fixtures/api/openapi.yaml", import.meta.url),
  operations: OPERATIONS,
  servers: SERVERS,
  apiKeyHeader: API_KEY_HEADER,
  start: "collectionId",
  createClient: (options?: FixtureOptions) => createFixtureClient(options),
};

/** `Answer` for the document of the tests. */
export type FixtureAnswer<Id extends OperationId> = AnswerIn<typeof OPERATIONS, Id>;

/** `MockClientOptions` for the document of the tests. */
export interface FixtureMockOptions extends FixtureOptions {
  answers?: { readonly [Id in OperationId]?: FixtureAnswer<Id> } | undefined;
}

/** `startMockApi` for the document of the tests. */
export function startFixtureMock(options: MockApiOptions = {}) {
  return startMock<FixtureMockOptions, FixtureClient>(FIXTURE_API, options);
}

export type FixtureMock = Awaited<ReturnType<typeof startFixtureMock>>;

/** `connectMockApi` for the document of the tests. */
export function connectFixtureMock(url: string) {
  return connectMock<FixtureMockOptions, FixtureClient>(FIXTURE_API, url);
}

/** `prefer` for the document of the tests. */
export function preferFixture<Id extends OperationId>(operationId: Id, answer: FixtureAnswer<Id>) {
  return preferenceFor(OPERATIONS, operationId, answer);
}
