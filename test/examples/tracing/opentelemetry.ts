// OpenTelemetry: a span for each attempt, with the attributes of the semantic conventions for HTTP clients.
// For the trace header of each request, see ./trace-header.ts.
import { SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { AttemptEvent } from "polyai-agents";

/**
 * A span for each attempt, with the attributes of OpenTelemetry's semantic conventions for HTTP clients:
 * `createAgentsClient({ onAttempt: spans(trace.getTracer("polyai-agents")) })`.
 */
export function spans(tracer: Tracer) {
  return ({ operation, host, attempt, status, error, durationMs }: AttemptEvent): void => {
    const [method = "", template = ""] = operation.split(" ");
    const end = Date.now();
    const span = tracer.startSpan(operation, {
      kind: SpanKind.CLIENT,
      startTime: end - durationMs,
      attributes: {
        "http.request.method": method,
        "url.template": template,
        "server.address": host,
        ...(status !== undefined && { "http.response.status_code": status }),
        ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
        ...(error !== undefined && { "error.type": status === undefined ? error : String(status) }),
      },
    });
    if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  };
}
