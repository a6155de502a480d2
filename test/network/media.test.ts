import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type NextProject, nextProject } from "../support/next-project.js";
import { ROOT, run } from "../support/run.js";

const BYTES = { type: "string", format: "binary" };
const answers = (content: object) => ({ 200: { description: "Answer.", content } });
const takes = (content: object) => ({ required: true, content });

/** A version of the API with sounds and forms in it. */
async function documentWithMedia(): Promise<unknown> {
  const document = parse(await readFile(join(ROOT, "openapi/agents.yaml"), "utf8"));
  const form = {
    type: "object",
    required: ["file", "name"],
    properties: {
      file: BYTES,
      name: { type: "string" },
      tags: { type: "array", items: { type: "string" } },
      settings: { type: "object", properties: { volume: { type: "number" } } },
    },
  };
  document.paths["/v1/sounds"] = {
    get: { operationId: "getSound", tags: ["Agents"], responses: answers({ "audio/wav": { schema: BYTES } }) },
    put: {
      operationId: "putSound",
      tags: ["Agents"],
      requestBody: takes({ "audio/wav": { schema: BYTES } }),
      responses: answers({
        "application/json": { schema: { type: "object", properties: { size: { type: "integer" } } } },
      }),
    },
    post: {
      operationId: "addSound",
      tags: ["Agents"],
      requestBody: takes({ "multipart/form-data": { schema: form } }),
      responses: { 204: { description: "Added." } },
    },
  };
  document.paths["/v1/transcript"] = {
    get: {
      operationId: "getTranscript",
      tags: ["Agents"],
      responses: answers({ "text/plain": { schema: { type: "string" } } }),
    },
  };
  return document;
}

/** What a user of that version writes; it prints what came of each call. */
const PROGRAM = `
import { createAgentsClient, isAgentsError } from "./src/index.js";

const polyai = createAgentsClient({ baseUrl: process.argv[2] ?? "", apiKey: "k", maxRetries: 0 });
const wav = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256);
const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString("hex");
const told: Record<string, unknown> = {};

const put = await polyai.PUT("/v1/sounds", { body: wav });
told.put = put.data.size satisfies number | undefined;
await polyai.PUT("/v1/sounds", { body: new Blob([wav], { type: "audio/x-wav" }) });

const { data } = await polyai.GET("/v1/sounds");
const blob: Blob = data;
told.same = hex(await blob.arrayBuffer()) === hex(wav.buffer);
told.type = blob.type;

const added = await polyai.POST("/v1/sounds", {
  body: { file: new File([wav], "a.wav", { type: "audio/wav" }), name: "Grüße\\r\\nx", tags: ["a", "b"], settings: { volume: 2 } },
});
told.added = added.data satisfies undefined;
const form = new FormData();
form.set("name", "own");
await polyai.POST("/v1/sounds", { body: form });

told.text = (await polyai.GET("/v1/transcript")).data satisfies string;

for (const as of ["html", "json", "empty"]) {
  const failed = await polyai.GET("/v1/sounds", { headers: { "x-as": as } }).catch((error) => error);
  told[as] = isAgentsError(failed) ? failed.name + ": " + failed.message : failed;
}

// @ts-expect-error a form without one of its required fields
void (() => polyai.POST("/v1/sounds", { body: { name: "x" } }));
// @ts-expect-error bytes are no text
void (() => polyai.POST("/v1/sounds", { body: { name: "x", file: "text" } }));
// @ts-expect-error a sound is no JSON
void (() => polyai.PUT("/v1/sounds", { body: { size: 1 } }));
// @ts-expect-error a sound is no text
void (() => blob satisfies string);
console.log(JSON.stringify(told));
`;

interface Received {
  readonly method: string | undefined;
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

const WAV = Buffer.from(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256));
const SOUNDS: Record<string, [string, Buffer | string]> = {
  html: ["text/html", "<html>log in</html>"],
  json: ["application/json", "{}"],
  empty: ["audio/wav", ""],
};

async function startSounds(received: Received[]) {
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ method, type: headers["content-type"], bytes: Buffer.concat(chunks) });
    if (url === "/v1/transcript") return response.setHeader("content-type", "text/plain").end("[1, said so]");
    if (method === "POST") return response.writeHead(204).end();
    if (method === "PUT") return response.end(JSON.stringify({ size: Buffer.concat(chunks).length }));
    const [type, body] = SOUNDS[String(headers["x-as"])] ?? ["audio/wav", WAV];
    return response.setHeader("content-type", type).end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe("a next version with sounds and forms", () => {
  let project: NextProject;
  beforeAll(async () => {
    project = await nextProject(await documentWithMedia());
    await writeFile(join(project.folder, "program.ts"), PROGRAM);
  }, 30_000);
  afterAll(() => project.remove());

  test("carries bytes up and down unchanged, and forms with their fields", async () => {
    const received: Received[] = [];
    const server = await startSounds(received);
    const ran = await run(process.execPath, ["--import", "tsx", "program.ts", server.url], { cwd: project.folder });
    await server.close();
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout)).toEqual({
      put: 4096,
      same: true,
      type: "audio/wav",
      text: "[1, said so]",
      html: "ResponseFormatError: GET /v1/sounds → 200 OK with text/html, not audio/wav (1 attempt)",
      json: "ResponseFormatError: GET /v1/sounds → 200 OK with application/json, not audio/wav (1 attempt)",
      empty: "ResponseFormatError: GET /v1/sounds → 200 OK without a body, where the document promises one (1 attempt)",
    });
    const [bytes, blob, , form, own] = received;
    expect(bytes).toMatchObject({ type: "audio/wav", bytes: WAV });
    expect(blob).toMatchObject({ type: "audio/x-wav", bytes: WAV });

    const fields = await new Response(new Uint8Array(form?.bytes ?? []), {
      headers: { "content-type": form?.type ?? "" },
    }).formData();
    expect(fields.get("name")).toBe("Grüße\r\nx");
    expect(fields.getAll("tags")).toEqual(["a", "b"]);
    expect(fields.get("settings")).toBe('{"volume":2}');
    const file = fields.get("file") as File;
    expect([file.name, file.type]).toEqual(["a.wav", "audio/wav"]);
    expect(Buffer.from(await file.arrayBuffer()).equals(WAV)).toBe(true);
    expect(own?.bytes.toString()).toContain('name="name"\r\n\r\nown\r\n');
  }, 30_000);

  test("has the types of bytes and of forms", async () => {
    const tsconfig = { extends: "./tsconfig.json", include: ["src", "generated", "program.ts"] };
    await writeFile(join(project.folder, "tsconfig.program.json"), JSON.stringify(tsconfig));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout, code } = await run(process.execPath, [tsc, "-p", "tsconfig.program.json"], { cwd: project.folder });
    expect(stdout).toBe("");
    expect(code).toBe(0);
  }, 60_000);
});
