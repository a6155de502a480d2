import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type AgentsClient, type ClientOptions, createAgentsClient } from "../index.js";

/** A mock of the API that runs until it is closed. */
export interface MockApi {
  /** Where it listens, on loopback. */
  readonly url: string;
  /** A client for it. The mock takes any key. */
  client(options?: ClientOptions): AgentsClient;
  /** Ends it and its process. */
  close(): Promise<void>;
}

/** Options of {@link startMockApi}. */
export interface MockApiOptions {
  /** The port to listen on. Default: a free one. */
  port?: number;
}

const DOCUMENT = fileURLToPath(new URL("../../openapi/agents.yaml", import.meta.url));

/**
 * Starts Prism on the document of this package, in a child process, and resolves when it listens.
 *
 * @throws {Error} when it cannot: the port is in use.
 */
export async function startMockApi({ port = 0 }: MockApiOptions = {}): Promise<MockApi> {
  const child = fork(new URL("./prism-process.js", import.meta.url), {
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const url = await listening(child, port).catch(async (error) => {
    await ended(child);
    throw error;
  });
  return {
    url,
    client: (options) => createAgentsClient({ baseUrl: url, apiKey: "any-key", ...options }),
    close: () => ended(child),
  };
}

function listening(child: ChildProcess, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = "";
    child.stderr?.on("data", (chunk) => {
      words += chunk;
    });
    child.once("exit", () => reject(new Error(`the mock ended before it listened: ${words.trim()}`)));
    child.once("message", ({ url, error }: { url?: string; error?: string }) => {
      if (url) resolve(url);
      else reject(new Error(`the mock cannot start: ${error}`));
    });
    child.send({ document: DOCUMENT, port });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
