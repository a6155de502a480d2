import { context, propagation, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { describe, expect, test } from "vitest";
import { spans } from "../examples/tracing/opentelemetry.js";
import { traceHeader } from "../examples/tracing/trace-header.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

/** Spans that are kept in memory. */
function recorder() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { tracer: provider.getTracer("test"), finished: () => exporter.getFinishedSpans() };
}

describe("the OpenTelemetry recipe", () => {
  test("makes a span for each attempt", async () => {
    await using server = await startServer((_, response, count) =>
      json(response, count === 1 ? 503 : 200, [], { "retry-after-ms": "1" }),
    );
    const { tracer, finished } = recorder();
    const client = createFixtureClient({ baseUrl: server.url, apiKey: "key-of-the-test", onAttempt: spans(tracer) });
    await client.GET("/collections/{collectionId}", { params: { path: { collectionId: "jazz" } } });
    const shared = {
      "http.request.method": "GET",
      "url.template": "/collections/{collectionId}",
      "server.address": new URL(server.url).host,
    };
    expect(finished().map(({ attributes }) => attributes)).toEqual([
      { ...shared, "http.response.status_code": 503, "error.type": "503" },
      { ...shared, "http.response.status_code": 200, "http.request.resend_count": 1 },
    ]);
    expect(finished().map(({ status }) => status.code)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.UNSET]);
    for (const { duration } of finished()) expect(duration[0] + duration[1]).toBeGreaterThanOrEqual(0);
  });
});

describe("the trace header recipe", () => {
  test("sends the trace of the call on every attempt", async () => {
    await using server = await startServer((_, response, count) =>
      json(response, count === 1 ? 503 : 200, [], { "retry-after-ms": "1" }),
    );
    const span = recorder().tracer.startSpan("work");
    const { traceId, spanId } = span.spanContext();
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    context.setGlobalContextManager(new AsyncLocalStorageContextManager());
    try {
      const client = createFixtureClient({ baseUrl: server.url, apiKey: "key-of-the-test" });
      client.use(traceHeader);
      await context.with(trace.setSpan(context.active(), span), () => client.GET("/collections"));
    } finally {
      propagation.disable();
      context.disable();
    }
    const expected = `00-${traceId}-${spanId}-01`;
    expect(server.received.map(({ headers }) => headers.traceparent)).toEqual([expected, expected]);
  });
});
