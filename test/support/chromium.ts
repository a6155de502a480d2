import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** A tab. `requests` and `errors`: its requests and errors since it was opened. */
export interface Tab {
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  /** Evaluates an expression, which can be a promise. Returns its value as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Resolves with the value of an expression as soon as it is truthy. Rejects after half a minute. */
  until<T>(expression: string): Promise<T>;
  /** Types a text into the focused element. */
  type(text: string): Promise<void>;
}

export interface Chromium {
  open(url: string, width?: number, height?: number): Promise<Tab>;
  close(): Promise<void>;
}

/** The path of Chromium, if it is installed. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

// Root needs --no-sandbox. The other flags prevent requests of the browser itself.
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
FLAGS.push("--disable-background-networking", "--disable-component-update", "--disable-sync");

/** Starts a headless Chromium, and controls it with the DevTools protocol through a pipe. */
export async function launchChromium(executable: string): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), "polyai-agents-chromium-"));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, "--remote-debugging-pipe"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").catch(() => {});
  const { send, listen } = protocolOver(child.stdio[3] as Writable, child.stdio[4] as Readable, ended);
  return {
    open: (url, width = 1440, height = 900) => openTab({ send, listen }, url, { width, height }),
    async close() {
      await send("Browser.close").catch(() => {});
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
type Listen = (sessionId: string, listener: (message: Message) => void) => void;
interface Protocol {
  readonly send: Send;
  readonly listen: Listen;
}

/** A message is JSON with a zero byte at its end. */
function protocolOver(input: Writable, output: Readable, ended: Promise<unknown>): Protocol {
  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (message: Message) => void>();
  let last = 0;
  let rest = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages.map((text) => JSON.parse(text) as Message)) {
      if (message.id === undefined) listeners.get(message.sessionId ?? "")?.(message);
      else answers.get(message.id)?.(message);
    }
  });
  input.on("error", () => {});
  void ended.then(() => {
    for (const answer of answers.values()) answer({ error: { message: "Chromium has ended" } });
  });
  const send: Send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      answers.set(last, ({ result = {}, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { send, listen: (sessionId, listener) => listeners.set(sessionId, listener) };
}

async function openTab({ send, listen }: Protocol, url: string, size: object): Promise<Tab> {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = (await send("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
  const requests: string[] = [];
  const errors: string[] = [];
  listen(sessionId, ({ method, params = {} }) => {
    if (method === "Network.requestWillBeSent") requests.push((params.request as { url: string }).url);
    if (isComplaint(method, params)) errors.push(JSON.stringify(params));
  });
  const call = (method: string, params?: object) => send(method, params, sessionId);
  for (const domain of ["Network", "Runtime", "Log", "Page"]) await call(`${domain}.enable`);
  await call("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false });
  await call("Page.navigate", { url });
  const evaluate = async <T>(expression: string) => {
    const answer = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = answer as { result: { value: T }; exceptionDetails?: unknown };
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  };
  return {
    requests,
    errors,
    evaluate,
    until: (expression) => evaluate(untilTruthy(expression)),
    type: async (text) => void (await call("Input.insertText", { text })),
  };
}

function isComplaint(method: string | undefined, { type, entry }: Record<string, unknown>): boolean {
  if (method === "Runtime.exceptionThrown") return true;
  if (method === "Runtime.consoleAPICalled") return type === "error" || type === "warning" || type === "assert";
  return method === "Log.entryAdded" && /error|warning/.test((entry as { level: string }).level);
}

/** Checks every frame of the page. */
function untilTruthy(expression: string): string {
  return `new Promise((resolve, reject) => {
    const end = performance.now() + 30_000;
    const look = () => {
      const value = (${expression});
      if (value) resolve(value);
      else if (performance.now() < end) requestAnimationFrame(look);
      else reject(new Error("never true"));
    };
    look();
  })`;
}
