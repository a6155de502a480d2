import type { Client } from "../../src/client-type.js";
import { createClient } from "../../src/create-client.js";
import type { ClientOptions } from "../../src/options.js";
import type { Platform } from "../../src/transport/call.js";
import { API_KEY_HEADER, type Region, SERVERS, TRAITS } from "../fixtures/api/generated/constants.js";
import type { paths } from "../fixtures/api/generated/schema.js";

export type { Region } from "../fixtures/api/generated/constants.js";
export type { components, paths } from "../fixtures/api/generated/schema.js";

/** A client for the API of test/fixtures/api/openapi.yaml. */
export type FixtureClient = Client<paths, Region>;

export type FixtureOptions = ClientOptions<Region>;

/** `createAgentsClient` for the document of the tests. */
export function createFixtureClient(options: FixtureOptions = {}, platform?: Platform): FixtureClient {
  return createClient({ servers: SERVERS, apiKeyHeader: API_KEY_HEADER, traits: TRAITS }, options, platform);
}
