import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { readFlags } from "../../scripts/demo/flags.js";
import { missingFrom } from "../../scripts/demo/requirements.js";
import { Problem } from "../../scripts/problem.js";
import { ROOT, runScript } from "../support/run.js";

const DEMO = "scripts/demo.ts";
const URL_OF_MOCK = /http:\/\/127\.0\.0\.1:\d+/;
const started: ChildProcess[] = [];

afterEach(() => {
  // Only where a test has failed is there one left.
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts the demo and waits until it has printed the text. */
async function startUntil(text: RegExp, ...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", DEMO, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  let page = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`the demo ended before it printed ${text}:\n${page}`)));
    child.stdout.on("data", (chunk) => {
      page += chunk;
      if (text.test(page)) resolve();
    });
  });
  const stop = async (signal: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    return code as number | null;
  };
  return { page, url: urlIn(page), stop };
}

function urlIn(page: string): string {
  const [url] = URL_OF_MOCK.exec(page) ?? [];
  if (!url) throw new Error(`no url of a mock in:\n${page}`);
  return url;
}

async function expectClosed(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const connected = once(socket, "connect").finally(() => socket.destroy());
  await expect(connected).rejects.toMatchObject({ code: "ECONNREFUSED" });
}

/** The method, the url, the headers and the body of a curl command, as a shell would read it. */
function readCurl(page: string) {
  const command = /curl (?:.*\\\n)*.*/.exec(page)?.[0] ?? "";
  const words = [...command.replaceAll("\\\n", " ").matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  const after = (flag: string) => words.filter((_, at) => words[at - 1] === flag);
  return {
    url: words.find((word) => word.startsWith("http:")) ?? "",
    method: after("-X").join(),
    headers: after("-H").map((header) => header.split(/: ?/, 2) as [string, string]),
    body: after("-d").join(),
  };
}

describe("npm start", () => {
  test("prints its steps in order, without colours in a pipe, and stops its mock server", {
    timeout: 30_000,
  }, async () => {
    const { code, stdout, stderr } = await runScript(DEMO);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    let rest = stdout;
    for (const line of STEPS) {
      expect(rest).toContain(line);
      rest = rest.slice(rest.indexOf(line) + line.length);
    }
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toMatch(/any-key|key-of-another-region|key-from-a-file/);
    const requests = [...stdout.matchAll(/^ +→ (\S+)|^(\d)\. /gm)].map(([, request, step]) => step ?? request);
    expect(requests.join(" ")).toBe("1 GET 2 GET 3 DELETE 4 GET 5 nothing 6 DELETE");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    await expectClosed(urlIn(stdout));
  });

  test("closes the mock server when a signal stops it", { timeout: 30_000 }, async () => {
    const { url, stop } = await startUntil(/1\. List/);
    expect(await stop("SIGINT")).toBe(130);
    await expectClosed(url);
  });
});

const STEPS = [
  "1. List the phone numbers",
  "→ GET /v1/agents/PROJECT-58RP822I/telephony/phone-numbers\n",
  "← 200 OK",
  "+442071838750  live       CONNECTOR-9F3T61KD\n",
  "+442079460019  sandbox    -\n",
  "2. Get the first of these numbers",
  "→ GET /v1/agents/PROJECT-58RP822I/telephony/phone-numbers/%2B442071838750\n",
  "← 200 OK",
  "+442071838750  live       CONNECTOR-9F3T61KD\n",
  "3. Release three numbers",
  "prefer header selects this response",
  "→ DELETE /v1/agents/PROJECT-58RP822I/telephony/phone-numbers\n",
  "prefer: code=200, example=someNotReleased\n",
  '{"phoneNumbers":["+442079460018","+14155550123","+442079460999"]}\n',
  "← 200 OK",
  "+442079460018  yes       -\n",
  "+442079460999  no        Phone number not found in project PROJECT-58RP822I\n",
  "4. Call with a key that the API rejects",
  "prefer header selects this response",
  "prefer: code=401\n",
  "← 401 Unauthorized",
  // Later versions of the API describe the body of the error, whose words come after the status.
  "! ApiError: GET /v1/agents/{agentId}/telephony/phone-numbers → 401 Unauthorized",
  "5. Call with a key that ends with a line break",
  "→ nothing was sent",
  "! UsageError: createAgentsClient → apiKey has characters that no header can carry",
  "6. Release an empty list of numbers",
  '{"phoneNumbers":[]}\n',
  "← 400 Bad Request",
  "! ApiError: DELETE /v1/agents/{agentId}/telephony/phone-numbers → 400 Bad Request: The request\n",
  "does not match the OpenAPI document; body.phoneNumbers must NOT have fewer than 1 items (1\n     attempt)\n",
  "npm start -- --serve",
  "README.md",
];

describe("a step of the demo", () => {
  const only = { method: "GET", path: "/shelves", statuses: [200, 401], examples: { full: 200 } };

  test.each([
    ["an operation", { method: "PUT", path: "/shelves" }, "the OpenAPI document has no PUT /shelves"],
    ["a status", { method: "GET", path: "/shelves", status: 403 }, "GET /shelves has no response 403"],
    ["an example", { method: "GET", path: "/shelves", example: "empty" }, "GET /shelves has no example empty"],
  ])("is skipped if the document lacks %s that it needs", (_, wanted, why) => {
    expect(missingFrom(wanted, [only])).toBe(why);
  });

  test("is shown if the document has everything that it needs", () => {
    const wanted = { method: "GET", path: "/shelves" };
    expect(missingFrom({ ...wanted, status: 401 }, [only])).toBeUndefined();
    expect(missingFrom({ ...wanted, example: "full" }, [only])).toBeUndefined();
  });
});

describe("npm start -- --serve", () => {
  test("keeps a mock server running that accepts the printed curl command", { timeout: 30_000 }, async () => {
    const { page, url, stop } = await startUntil(/Ctrl-C/, "--serve", "--port", "0");
    const { url: target, ...request } = readCurl(page);
    expect(target).toMatch(new RegExp(`^${url}/v1/`));
    expect(request.method).toBe("DELETE");
    const response = await fetch(target, request);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ deleted: ["+442079460018", "+14155550123"] });

    const { port } = new URL(url);
    const second = await runScript(DEMO, ["--serve", "--port", port]);
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      new RegExp(`^the mock server could not start: port ${port} is in use; choose another one.+\\n$`),
    );

    expect(await stop("SIGTERM")).toBe(0);
    await expectClosed(url);
  });
});

describe("a wrong command line", () => {
  test.each([
    ["an unknown flag", ["--prot"], "Unknown option '--prot'."],
    ["a word", ["serve"], "Unexpected argument 'serve'."],
    ["a port that is no number", ["--serve", "--port", "abc"], "--port takes a number from 0 (any free port) to 65535"],
    ["a port that does not exist", ["--serve", "--port", "70000"], "--port takes a number from 0"],
    ["a port without --serve", ["--port", "4010"], "--port needs --serve."],
  ])("with %s has one line that says what is wrong", (_, args, words) => {
    expect(() => readFlags(args)).toThrow(Problem);
    expect(() => readFlags(args)).toThrow(words);
    expect(() => readFlags(args)).toThrow(/^.+ Usage: npm start, or npm start -- --serve \[--port 4010\]$/);
  });

  test("is printed without a stack, with exit code 1", { timeout: 30_000 }, async () => {
    const { code, stdout, stderr } = await runScript(DEMO, ["--prot"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--prot'\. Usage: .+\n$/);
  });
});
