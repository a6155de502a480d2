import { type OpenApiDocument, operationsOf } from "../openapi/document.js";
import { curlSample, nameSample, pathSample } from "./code-samples.js";
import { guideOf } from "./guide.js";

// Redoc highlights JavaScript, but not TypeScript.
const LANGUAGES = [
  { label: "By path", lang: "javascript", sample: pathSample },
  { label: "By name", lang: "javascript", sample: nameSample },
  { label: "curl", lang: "bash", sample: curlSample },
];

/** The languages of the code samples, in the order in which Redoc shows them. */
export const CODE_SAMPLES = { languages: LANGUAGES.map(({ label, lang }) => ({ label, lang })) };

/**
 * A copy of the document for the page: with the guide as introduction, and code samples for each operation. Of the
 * examples of a request, only the one in the code stays: Redoc would offer the others, but not change the code. A
 * response without a schema shows its example from the overlay. A TRACE is left out.
 */
export function copyForPage(document: OpenApiDocument, readme: string): OpenApiDocument {
  const copy = structuredClone(document) as OpenApiDocument & { info: { description?: string } };
  copy.info.description = [copy.info.description, guideOf(readme)].join("\n\n");
  // No client can call it (Fetch Standard, 2.2.1).
  for (const item of Object.values(copy.paths)) Object.assign(item, { trace: undefined });
  for (const operation of operationsOf(document)) {
    const shown = copy.paths[operation.path]?.[operation.method.toLowerCase()] as Shown;
    shown["x-codeSamples"] = LANGUAGES.map(({ sample, ...language }) => ({
      ...language,
      source: sample(operation, document),
    }));
    for (const media of Object.values(shown.requestBody?.content ?? {})) {
      if (media.examples) media.examples = Object.fromEntries(Object.entries(media.examples).slice(0, 1));
    }
    for (const response of Object.values(shown.responses ?? {})) {
      const example = response["x-example"];
      if (example !== undefined) response.content ??= { "application/json": { example } };
    }
  }
  return copy;
}

interface Shown {
  requestBody?: { content?: Record<string, { examples?: object }> };
  responses?: Record<string, { content?: object; "x-example"?: unknown }>;
  "x-codeSamples"?: object[];
}
