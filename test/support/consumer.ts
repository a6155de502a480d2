import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { transform } from "esbuild";
import { json, startServer, type TestServer } from "./loopback-server.js";
import { ROOT } from "./run.js";

/** The expected result of `consume` in packed.program.ts with `startConsumerServer`, in every runtime. */
export const CONSUMED = {
  released: ["+442079460018", "+442079460999: in use"],
  forbidden: "ApiError 403, attempts: 1",
  retried: [
    ["+442079460018", "+442079460999: in use"],
    [
      [1, 429],
      [2, 200],
    ],
  ],
  traced: [["trace-1"], ["null", "200 true"]],
  brokenOff: "ConnectionError, attempts: 2",
  timeout: "TimeoutError, attempts: 1",
  aborted: "Error: enough",
  moved: "RedirectError, attempts: 1",
  refused: "ConnectionError, attempts: 1",
  misused: "UsageError, attempts: 0",
  printed: "{}",
};

/** The source code of the consumer, which imports the package by its name. */
export async function consumerSource(): Promise<string> {
  const source = await readFile(join(ROOT, "test/network/packed.program.ts"), "utf8");
  return source.replace('"../../src/index.js"', '"polyai-agents"');
}

/** The consumer as a JavaScript program that calls the server and prints the result as JSON. */
export async function consumerProgram(url: string, format: "esm" | "cjs"): Promise<string> {
  const { code } = await transform(await consumerSource(), { loader: "ts", format });
  return `${code}\nconsume({ baseUrl: "${url}" }).then((result) => console.log(JSON.stringify(result)));\n`;
}

/** A server on loopback with a different response for each agent. It allows pages of other origins (CORS). */
export function startConsumerServer(): Promise<TestServer> {
  let busy = 0;
  const answers: Record<string, (response: ServerResponse, trace?: unknown) => void> = {
    traced: (response, trace) => json(response, 200, { deleted: [trace] }),
    released: (response) =>
      json(response, 200, {
        deleted: ["+442079460018"],
        errors: [{ phoneNumber: "+442079460999", error: "in use" }],
      }),
    forbidden: (response) => json(response, 403, { message: "the key lacks the permission" }),
    busy: (response) =>
      busy++ === 0 ? json(response, 429, {}, { "retry-after-ms": "1" }) : answers.released?.(response),
    "broken-off": (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"deleted":["+44', () => response.destroy());
    },
    stalled: () => {},
    moved: (response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end(),
  };
  return startServer(({ method, url, headers }, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (method === "OPTIONS") {
      response.writeHead(204, {
        "access-control-allow-methods": "DELETE",
        "access-control-allow-headers": "content-type, x-api-key, x-trace",
      });
      return response.end();
    }
    const answer = answers[url.split("/")[3] ?? ""];
    if (!answer || headers["x-api-key"] === undefined) return json(response, 404, {});
    answer(response, headers["x-trace"]);
  });
}
