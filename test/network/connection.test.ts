import { Agent, createServer, request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { run } from "../support/run.js";

const PROGRAM = "test/network/connection.program.ts";

// Each test starts a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
/** From undici 8 on, fetch looks for its dispatcher in another place than undici 6 puts it. */
const listensToUndici6 = Number.parseInt(process.versions.undici ?? "", 10) < 8;
const readsProxyVariables = major >= 24 || (major === 22 && minor >= 21);

/** What the program prints for some of its names, which it runs one after the other in a process of its own. */
async function outcomesOf(names: string[], env: NodeJS.ProcessEnv = {}): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await run(process.execPath, ["--import", "tsx", PROGRAM, ...names], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout || JSON.stringify({ stderr }));
}

/** What the program prints for one name. */
async function outcomeOf(name: string, env: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const { [name]: outcome, stderr } = await outcomesOf([name], env);
  return stderr ?? outcome;
}

/** A proxy on loopback that counts its connections. For plain http, undici asks for tunnels before version 8 only. */
async function startProxy() {
  let connections = 0;
  const sockets = new Set<Socket>();
  const agent = new Agent({ keepAlive: true });
  const proxy = createServer((incoming, response) => {
    const { method, headers, url = "" } = incoming;
    const forwarded = request(url, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(forwarded.on("error", () => response.destroy()));
  });
  proxy.on("connection", () => {
    connections += 1;
  });
  proxy.on("connect", ({ url = "" }, socket: Socket) => {
    const [host, port] = url.split(":");
    const target = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const one of [socket, target]) sockets.add(one.on("error", () => {}));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    agent.destroy();
    proxy.close();
    proxy.closeAllConnections();
  };
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { url, connections: () => connections, [Symbol.asyncDispose]: close };
}

test("twenty DELETEs with a body make at most two connections, but as many as the platform makes otherwise", async () => {
  const names = ["kept", "with middleware", "no body in the document", "a custom fetch"];
  const { kept, "with middleware": withMiddleware, ...others } = await outcomesOf(names);
  expect(kept).toBeLessThanOrEqual(2);
  expect(withMiddleware).toBeLessThanOrEqual(2);
  // A custom fetch does not get the option that keeps the connection.
  expect(others).toEqual({ "no body in the document": 20, "a custom fetch": 20 });
});

const asked = ["DELETE /collections/jazz/records reset: false"];
const mocked = { data: { deleted: ["Blue"] }, refused: "ConnectionError" };

test("a dispatcher that undici 7 has set is used", async () => {
  expect(await outcomeOf("undici 7")).toEqual({ connections: expect.any(Number), asked });
});

test("a MockAgent of undici 7 responds, and refuses unknown requests", async () => {
  expect(await outcomeOf("MockAgent 7")).toEqual(mocked);
});

test.runIf(listensToUndici6)("a dispatcher that undici 6 has set is used", async () => {
  expect(await outcomeOf("undici 6")).toEqual({ connections: expect.any(Number), asked });
});

test.runIf(listensToUndici6)("a MockAgent of undici 6 responds, and refuses unknown requests", async () => {
  expect(await outcomeOf("MockAgent 6")).toEqual(mocked);
});

test.runIf(readsProxyVariables)("the proxy of the environment is used, and the connection to it is kept", async () => {
  await using proxy = await startProxy();
  const env = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: proxy.url, http_proxy: proxy.url, NO_PROXY: "", no_proxy: "" };
  expect(await outcomeOf("kept", env)).toBeLessThanOrEqual(2);
  expect(proxy.connections()).toBeGreaterThan(0);
  expect(proxy.connections()).toBeLessThanOrEqual(2);
});
