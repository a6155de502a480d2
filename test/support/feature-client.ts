import type { Client } from "../../src/client-type.js";
import { createClient } from "../../src/create-client.js";
import type { ClientOptions } from "../../src/options.js";
import { API_KEY_HEADER, type Region, SERVERS, TRAITS } from "../fixtures/features/generated/constants.js";
import type { paths } from "../fixtures/features/generated/schema.js";

/** A client for the API of test/fixtures/features/openapi.yaml. */
export type FeatureClient = Client<paths, Region>;

export function createFeatureClient(options: ClientOptions<Region> = {}): FeatureClient {
  return createClient({ servers: SERVERS, apiKeyHeader: API_KEY_HEADER, traits: TRAITS }, options);
}
