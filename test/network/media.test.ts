import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";

interface Received {
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

const BYTES = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256);
/** What the server answers to a GET of the jingle, by the header `x-as`. */
const JINGLES: Record<string, [type: string, body: Uint8Array | string]> = {
  wav: ["audio/wav", BYTES],
  html: ["text/html", "<html>log in</html>"],
  json: ["application/json", "{}"],
  empty: ["audio/wav", ""],
};

/** A server that keeps the bytes of each request. */
async function startLibrary() {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    received.push({ type: headers["content-type"], bytes });
    if (url === "/opening-hours") return response.setHeader("content-type", "text/plain").end("[1, said so]");
    if (method === "POST") return response.writeHead(204).end();
    if (method === "PUT") return response.end(JSON.stringify({ size: bytes.length }));
    const [type, body] = JINGLES[String(headers["x-as"] ?? "wav")] ?? [];
    return response.setHeader("content-type", type ?? "").end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url, received, close };
}

let server: Awaited<ReturnType<typeof startLibrary>>;
let library: FixtureClient;
beforeAll(async () => {
  server = await startLibrary();
  library = createFixtureClient({ baseUrl: server.url, apiKey: "k", maxRetries: 0 });
});
afterAll(() => server.close());

/** What arrived last. */
const last = () => server.received.at(-1);

describe("bytes", () => {
  test.each<[string, Uint8Array<ArrayBuffer> | ArrayBuffer | DataView<ArrayBuffer>]>([
    ["a Uint8Array", BYTES],
    ["an ArrayBuffer", BYTES.buffer],
    ["a DataView", new DataView(BYTES.buffer)],
  ])("are sent unchanged, with the media type of the document: %s", async (_, body) => {
    expect((await library.PUT("/jingle", { body })).data).toEqual({ size: 4096 });
    expect(last()).toEqual({ type: "audio/wav", bytes: Buffer.from(BYTES) });
  });

  test("are sent with the type of the Blob, if it has one", async () => {
    await library.PUT("/jingle", { body: new Blob([BYTES], { type: "audio/x-wav" }) });
    expect(last()).toEqual({ type: "audio/x-wav", bytes: Buffer.from(BYTES) });
    await library.PUT("/jingle", { body: new Blob([BYTES]) });
    expect(last()).toEqual({ type: "audio/wav", bytes: Buffer.from(BYTES) });
  });

  test("are received as a Blob, unchanged", async () => {
    const { data } = await library.GET("/jingle");
    expect(data.type).toBe("audio/wav");
    expect(Buffer.from(await data.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  test.each([
    ["html", "200 OK with text/html: the document describes audio/wav"],
    ["json", "200 OK with application/json: the document describes audio/wav"],
    ["empty", "200 OK with audio/wav: the body is empty, but the document describes one"],
  ])("that are %s instead are a ResponseFormatError", async (as, what) => {
    await expect(library.GET("/jingle", { headers: { "x-as": as } })).rejects.toMatchObject({
      name: "ResponseFormatError",
      message: `GET /jingle → ${what} (1 attempt)`,
    });
  });
});

describe("a form", () => {
  test("is sent field by field: text, each item of a list, an object as JSON, a file with its name and type", async () => {
    const file = new File([BYTES], "a.wav", { type: "audio/wav" });
    const body = { file, name: "Grüße\r\nx", tags: ["a", "b"], settings: { volume: 2 } };
    expect((await library.POST("/jingle", { body })).data).toBeUndefined();

    const { type = "", bytes } = last() as Received;
    const fields = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    expect(fields.get("name")).toBe("Grüße\r\nx");
    expect(fields.getAll("tags")).toEqual(["a", "b"]);
    expect(fields.get("settings")).toBe('{"volume":2}');
    const sent = fields.get("file") as File;
    expect([sent.name, sent.type]).toEqual(["a.wav", "audio/wav"]);
    expect(Buffer.from(await sent.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  test("may be FormData", async () => {
    const form = new FormData();
    form.set("name", "own");
    await library.POST("/jingle", { body: form });
    expect(last()?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(last()?.bytes.toString()).toContain('name="name"\r\n\r\nown\r\n');
  });

  test("that is URL-encoded may be URLSearchParams or text", async () => {
    await library.POST("/readers", { body: new URLSearchParams({ name: "Grüße & x" }) });
    expect(last()?.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(last()?.bytes.toString()).toBe("name=Gr%C3%BC%C3%9Fe+%26+x");
    await library.POST("/readers", { body: "name=own" });
    expect(last()).toEqual({ type: "application/x-www-form-urlencoded", bytes: Buffer.from("name=own") });
  });
});

test("text is not parsed, even if it looks like JSON", async () => {
  expect((await library.GET("/opening-hours")).data).toBe("[1, said so]");
});
