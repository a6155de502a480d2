import type { OpenApiDocument } from "../../scripts/document.js";
import { document, operations } from "./document.js";

/** What the contract tests do not try, and why. Filled while the requests are made. */
export const notTried = new Set(notCalled(document));

/** Webhooks and callbacks are requests that the API sends. */
function notCalled({ webhooks = {} }: OpenApiDocument & { webhooks?: object }): string[] {
  const callbacks = operations.flatMap(({ operationId, callbacks = {} }: { operationId: string; callbacks?: object }) =>
    Object.keys(callbacks).map((name) => `the callback ${name} of ${operationId}`),
  );
  const all = [...Object.keys(webhooks).map((name) => `the webhook ${name}`), ...callbacks];
  return all.map((name) => `${name}: the API sends it, the client does not`);
}
