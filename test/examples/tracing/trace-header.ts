// OpenTelemetry: a middleware that sends the current trace with each request, as the header `traceparent`.
// For a span for each attempt, see ./opentelemetry.ts.
import { context, propagation } from "@opentelemetry/api";
import type { Middleware } from "polyai-agents";

/** Sends the trace that the call belongs to, as the header `traceparent` (W3C Trace Context): `polyai.use(traceHeader)`. */
export const traceHeader: Middleware = {
  onRequest({ request }) {
    propagation.inject(context.active(), request.headers, { set: (headers, name, value) => headers.set(name, value) });
  },
};
