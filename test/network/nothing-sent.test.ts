import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";
import { run } from "../support/run.js";
import { networkError } from "../support/scripted.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const readsProxyVariables = major >= 24 || (major === 22 && minor >= 21);

async function listening(server: Server) {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => void sockets.add(socket.on("error", () => {})));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: close };
}

/** A write. It is repeated only after a failure before anything was sent. */
function write(options: FixtureOptions) {
  const library = createFixtureClient({ apiKey: "key-123456", maxRetries: 1, ...options });
  return library.POST("/collections/{collectionId}/shelves", {
    params: { path: { collectionId: "a" } },
    body: { name: "low" },
  });
}

const hopeless = { name: "ConnectionError", attempts: 1, retryable: false, mayHaveExecuted: false };
const hopeful = { name: "ConnectionError", attempts: 2, retryable: true, mayHaveExecuted: false };
const unknown = { name: "ConnectionError", attempts: 1, retryable: false, mayHaveExecuted: true };

const ways = ["undici 6", "undici 7", "global", ...(readsProxyVariables ? ["env"] : [])];

test.concurrent.each(ways)(
  "a proxy that refuses CONNECT executes nothing, and is asked again only after a 5xx: %s",
  async (way) => {
    const proxy = createHttpServer();
    proxy.on("connect", ({ url = "" }, socket) => {
      const [, status] = /^status-(\d+)/.exec(url) ?? [];
      socket.on("error", () => {}).end(`HTTP/1.1 ${status} No\r\n\r\n`);
    });
    await using server = await listening(proxy);
    const url = `http://127.0.0.1:${server.port}`;
    const variables = { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: url, https_proxy: url, NO_PROXY: "", no_proxy: "" };
    const { stdout, stderr } = await run(
      process.execPath,
      ["--import", "tsx", "test/network/proxy.program.ts", url, way],
      { env: { ...process.env, ...(way === "env" && variables) } },
    );
    expect(JSON.parse(stdout || JSON.stringify({ stderr }))).toEqual({
      403: [hopeless, hopeless, hopeless],
      407: [hopeless, hopeless, hopeless],
      502: [hopeful, hopeful, hopeful],
      503: [hopeful, hopeful, hopeful],
    });
  },
  60_000,
);

describe("nothing was sent, and it is not repeated", () => {
  test("to a port that fetch blocks", async () => {
    await expect(write({ baseUrl: "http://127.0.0.1:6000" })).rejects.toMatchObject(hopeless);
  });

  test("as https to a server that speaks http", async () => {
    const plain = createServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    await using server = await listening(plain);
    await expect(write({ baseUrl: `https://127.0.0.1:${server.port}` })).rejects.toMatchObject(hopeless);
  });

  test("to a server with which no TLS can be agreed on", async () => {
    // It has no certificate.
    const tls = createTlsServer({}).on("tlsClientError", () => {});
    await using server = await listening(tls);
    await expect(write({ baseUrl: `https://127.0.0.1:${server.port}` })).rejects.toMatchObject(hopeless);
  });

  test("with a header that undici refuses", async () => {
    for (const headers of [{ expect: "100-continue" }, { "keep-alive": "1" }, { "content-length": "99" }]) {
      const refusing: typeof fetch = (url, init) => fetch(url, { ...init, headers });
      await using server = await startServer(() => {});
      await expect(write({ baseUrl: server.url, fetch: refusing })).rejects.toMatchObject(hopeless);
      expect(server.received).toEqual([]);
    }
  });
});

test("a TLS handshake that is cut off sent nothing, and is repeated", async () => {
  const cutting = createServer((socket) => socket.once("data", () => socket.end()));
  await using server = await listening(cutting);
  await expect(write({ baseUrl: `https://127.0.0.1:${server.port}` })).rejects.toMatchObject(hopeful);
});

const failing = (error: unknown) => write({ region: "north", fetch: () => Promise.reject(error) });
const failed = (message: string, code?: string, syscall?: string) =>
  Object.assign(new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code, syscall }) }));
/** As node-fetch 2 has it: no Error for Object.prototype.toString. */
const nodeFetch = (reason: string, code: string, url = "https://api.example/x") =>
  Object.assign(Object.create(Error.prototype), { message: `request to ${url} failed, reason: ${reason}`, code });
const alert = (words: string, number: number) =>
  `1:error:0A000:SSL routines::${words}:rec.c:1:SSL alert number ${number}\n`;

// These wait before they call again.
describe.concurrent("by the words and codes of the platform", () => {
  test.each([
    ["no route", networkError("EHOSTUNREACH", "connect")],
    ["no network", networkError("ENETUNREACH", "connect")],
    ["no permission", networkError("EACCES", "connect")],
    ["no answer", networkError("ETIMEDOUT", "connect")],
    ["no name", networkError("EAI_FAIL", "getaddrinfo")],
    ["no name, by a resolver", networkError("ESERVFAIL", "queryA")],
    ["no address to bind to", networkError("EADDRNOTAVAIL", "bind")],
    [
      "no proxy",
      new TypeError("fetch failed", {
        cause: Object.assign(
          new Error("Proxy Connection failed", { cause: failed("other side closed", "UND_ERR_SOCKET").cause }),
          { code: "UND_ERR_PRX_CONN" },
        ),
      }),
    ],
    ["no SOCKS proxy", failed("Socks5 proxy rejected connection - HostUnreachable")],
    [
      "Bun",
      Object.assign(new Error("Unable to connect. Is the computer able to access the url?"), {
        code: "ConnectionRefused",
      }),
    ],
    [
      "Deno",
      new TypeError(
        "error sending request for url (https://a.example/): client error (Connect): tcp connect error: Network is unreachable (os error 101)",
      ),
    ],
    [
      "Deno's names",
      new TypeError(
        "error sending request for url (https://a.example/): client error (Connect): dns error: failed to lookup address",
      ),
    ],
    ["node-fetch", nodeFetch("connect ENETUNREACH 10.0.0.1:443", "ENETUNREACH")],
    ["node-fetch's names", nodeFetch("getaddrinfo ENOTFOUND api.example", "ENOTFOUND")],
  ])("nothing was sent, and it is repeated: %s", async (_, error) => {
    await expect(failing(error)).rejects.toMatchObject(hopeful);
  });

  test.each([
    ["undici's argument", failed("invalid onRequestStart method", "UND_ERR_INVALID_ARG")],
    ["a proxy's 407, in undici 8", failed("Proxy Authentication Required (407)", "UND_ERR_INVALID_ARG")],
    ["a closed dispatcher", failed("The client is closed", "UND_ERR_CLOSED")],
    ["a wrong TLS version", failed(alert("tlsv1 alert protocol version", 70), "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION")],
    ["a wrong server name", failed(alert("tlsv1 unrecognized name", 112), "ERR_SSL_TLSV1_UNRECOGNIZED_NAME")],
    [
      "a client certificate that is missing",
      failed(alert("tlsv13 alert certificate required", 116), "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
    ],
    [
      "node-fetch's http behind https",
      nodeFetch(
        "write EPROTO 80FC:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:rec.c:350:\n",
        "EPROTO",
      ),
    ],
    [
      "Deno's certificate",
      new TypeError(
        "error sending request for url (https://a.example/): client error (Connect): invalid peer certificate: UnknownIssuer",
      ),
    ],
  ])("nothing was sent, and it is not repeated: %s", async (_, error) => {
    await expect(failing(error)).rejects.toMatchObject(hopeless);
  });

  test.each([
    ["a reset", networkError("ECONNRESET", "read")],
    ["no route while reading", networkError("EHOSTUNREACH", "read")],
    ["a broken record of TLS", failed(alert("sslv3 alert bad record mac", 20), "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC")],
    [
      "TLS that broke while writing",
      nodeFetch("write EPROTO 80FC:error:0A000:SSL routines::decryption failed:rec.c:1:\n", "EPROTO"),
    ],
    ["a client that was destroyed", failed("The client is destroyed", "UND_ERR_DESTROYED")],
    [
      "node-fetch's reset of a URL that sounds like a refusal",
      nodeFetch("socket hang up", "ECONNRESET", "https://econnrefused.example/ECONNREFUSED/connect/CERT_X/(Connect)"),
    ],
    [
      "Deno's reset of such a URL",
      new TypeError(
        "error sending request for url (https://a.example/econnrefused/ENOTFOUND/CERT_A/connectionrefused): client error (SendRequest): connection reset",
      ),
    ],
  ])("it may have been executed: %s", async (_, error) => {
    await expect(failing(error)).rejects.toMatchObject(unknown);
  });
});

describe("headers that only fetch can set are a UsageError", () => {
  const names = [
    "Connection",
    "content-length",
    "Expect",
    "Host",
    "Keep-Alive",
    "Proxy-Connection",
    "Transfer-Encoding",
    "upgrade",
  ];
  test.each(names)("%s, of a client, a call, its params and middleware", async (name) => {
    await using server = await startServer(() => {});
    const options = { baseUrl: server.url, apiKey: "k" };
    const headers = { [name]: "x" };
    const refused = new RegExp(`${name} cannot be set`, "i");
    expect(() => createFixtureClient({ ...options, headers })).toThrow(refused);
    const library = createFixtureClient(options);
    await expect(library.GET("/collections", { headers })).rejects.toThrow(refused);
    await expect(library.GET("/collections", { params: { header: headers } } as object)).rejects.toThrow(refused);
    library.use({
      onRequest: ({ request }) =>
        new Request(request.url, { headers: { ...Object.fromEntries(request.headers), ...headers } }),
    });
    await expect(library.GET("/collections")).rejects.toMatchObject({ name: "UsageError", mayHaveExecuted: false });
    expect(server.received).toEqual([]);
  });
});
