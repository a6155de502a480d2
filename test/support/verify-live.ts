import { type OpenApiDocument, readDocument } from "../../src/testing/document.js";
import { type RunOptions, toRunSettings } from "../../src/testing/verify/live-settings.js";
import { run } from "../../src/testing/verify/run-verification.js";
import { API_KEY, COLLECTION_ID, createClock, type ResponseChange, startDocumentedApi } from "./documented-api.js";
import { FIXTURE_API } from "./fixture-kit.js";

export const document = await readDocument(FIXTURE_API.document);

/** The settings of a run that starts from the collection in the examples. */
export const settingsOf = (options: Omit<RunOptions, "apiKey">) =>
  toRunSettings(FIXTURE_API, COLLECTION_ID, { apiKey: API_KEY, ...options });

/** The result of a run, and the requests that the server received. */
export async function verify(changes: Record<string, ResponseChange> = {}, of: OpenApiDocument = document) {
  await using server = await startDocumentedApi(of, changes);
  const result = await run(of, settingsOf({ baseUrl: server.url }), createClock());
  return { ...result, received: server.received };
}

/** Changes the parsed body. */
// biome-ignore lint/suspicious/noExplicitAny: any JSON, to be changed
export function body(change: (data: any) => void): ResponseChange {
  return (answer) => {
    const data = JSON.parse(answer.body);
    change(data);
    return { ...answer, body: JSON.stringify(data) };
  };
}

/** The document, with the schema of a player split into two schemas in an `allOf`. */
export function combined(): OpenApiDocument {
  const copy = structuredClone(document);
  const schemas = copy.components.schemas as Record<string, object>;
  const { properties, required } = copy.components.schemas.Player as {
    properties: Record<string, object>;
    required: string[];
  };
  const names = Object.keys(properties);
  const half = (some: string[]) => ({
    type: "object",
    properties: Object.fromEntries(some.map((name) => [name, properties[name]])),
    required: required.filter((name) => some.includes(name)),
  });
  schemas.FirstHalf = half(names.slice(0, 3));
  schemas.Player = { allOf: [{ $ref: "#/components/schemas/FirstHalf" }, half(names.slice(3))] };
  return copy;
}
