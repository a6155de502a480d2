/** Makes calls in a process of its own and prints what came of them as JSON: a process has one global dispatcher. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as undici7 from "undici";
import * as undici6 from "undici-6";
import { createFixtureClient, type FixtureClient, type FixtureOptions } from "../support/fixture-client.js";

type Undici = typeof undici7;

const CALLS = 20;
const path = { collectionId: "jazz" };

/** A server on loopback that counts its connections. */
async function startCountingServer() {
  let connections = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.setHeader("content-type", "application/json").end('{"deleted":[]}'));
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, connections: () => connections, close: () => server.closeAllConnections() ?? server.close() };
}

/** How many connections twenty calls in turn make. */
async function connectionsOf(call: (client: FixtureClient) => Promise<unknown>, options: FixtureOptions = {}) {
  const server = await startCountingServer();
  const client = createFixtureClient({ baseUrl: server.url, apiKey: "k", ...options });
  for (let made = 0; made < CALLS; made++) await call(client);
  server.close();
  return server.connections();
}

const removeRecords = (client: FixtureClient) =>
  client.DELETE("/collections/{collectionId}/records", { params: { path }, body: { titles: ["Blue"] } });
/** A DELETE whose operation has no body in the document, with one all the same. */
const removeCollection = (client: FixtureClient) =>
  client.DELETE("/collections/{collectionId}", { params: { path }, body: {} } as never);

/** What the dispatcher of an undici package was asked to do by twenty calls, and how many connections they made. */
async function throughDispatcher({ Agent, setGlobalDispatcher }: Undici) {
  const paths: string[] = [];
  class Recording extends Agent {
    override dispatch(...[options, handler]: Parameters<undici7.Agent["dispatch"]>) {
      paths.push(`${options.method} ${options.path} reset: ${options.reset}`);
      return super.dispatch(options, handler);
    }
  }
  const agent = new Recording();
  setGlobalDispatcher(agent);
  const connections = await connectionsOf(removeRecords);
  await agent.close();
  return { connections, asked: [...new Set(paths)] };
}

async function throughMockAgent({ MockAgent, setGlobalDispatcher }: Undici) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
  const origin = "https://api.north.records.example";
  agent
    .get(origin)
    .intercept({ method: "DELETE", path: "/collections/jazz/records", body: '{"titles":["Blue"]}' })
    .reply(200, { deleted: ["Blue"] }, { headers: { "content-type": "application/json" } });
  const client = createFixtureClient({ region: "north", apiKey: "k", maxRetries: 0 });
  const { data } = await removeRecords(client);
  const refused = await removeRecords(client).catch((error) => error.name);
  await agent.close();
  return { data, refused };
}

const programs: Record<string, () => Promise<unknown>> = {
  kept: () => connectionsOf(removeRecords),
  "with middleware": () =>
    connectionsOf((client) => {
      client.use({ onRequest: () => {} });
      return removeRecords(client);
    }),
  "no body in the document": () => connectionsOf(removeCollection),
  "a custom fetch": () => connectionsOf(removeRecords, { fetch: (input, init) => fetch(input, init) }),
  "undici 6": () => throughDispatcher(undici6 as unknown as Undici),
  "undici 7": () => throughDispatcher(undici7),
  "MockAgent 6": () => throughMockAgent(undici6 as unknown as Undici),
  "MockAgent 7": () => throughMockAgent(undici7),
};

const outcomes: Record<string, unknown> = {};
for (const name of process.argv.slice(2)) outcomes[name] = await programs[name]?.();
console.log(JSON.stringify(outcomes));
