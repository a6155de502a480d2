import { describe, expect, test } from "vitest";
import { verifyLiveCommand } from "../../scripts/verify-live/command.js";
import { readDocument } from "../../src/testing/document.js";
import { runScript } from "../support/run.js";
import { AGENT_ID, API_KEY, createClock, type Lie, startTruthfulApi } from "../support/truthful-api.js";

const document = await readDocument();

const CONNECTORS = "GET /v1/agents/{agentId}/telephony/connectors";
const NUMBERS = "GET /v1/agents/{agentId}/telephony/phone-numbers";

describe("npm run verify:live", () => {
  const command = async (url: string, args: string[] = [], key = API_KEY) =>
    verifyLiveCommand(["--base-url", url, "--agent", AGENT_ID, ...args], { POLYAI_API_KEY: key }, createClock());

  test("prints what was checked, with exit code 0, when nothing departs", async () => {
    await using server = await startTruthfulApi(document);
    const { code, stdout, stderr } = await command(server.url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/\n\nno departures, 18 of 18 read-only operations checked$/);
  });

  test("prints an aligned table, with exit code 1, when something departs; JSON with --json", async () => {
    const lie: Lie = (answer) => ({ ...answer, body: "[]" });
    await using server = await startTruthfulApi(document, { listPhoneNumbers: lie, getConnector: lie });
    const { code, stdout } = await command(server.url);
    expect(code).toBe(1);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "operation                                                    status  location  rule  count  message",
      `${NUMBERS}             200     body      type  2      must be object, is array`,
      `${CONNECTORS}/{connectorId}  200     body      type  3      must be object, is array`,
    ]);
    const asJson = await command(server.url, ["--json"]);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      departures: [{ operation: NUMBERS }, {}],
      skipped: [{}, {}, {}],
    });
  });

  test("tells a refused key in one line without it, with exit code 2", async () => {
    await using server = await startTruthfulApi(document);
    const { code, stdout, stderr } = await command(server.url, [], "other-key-77");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`${server.url} refuses the key (401): a key works only in the region of its workspace`);
  });

  test("tells in one line that there is no server, and no such agent", async () => {
    const server = await startTruthfulApi(document);
    const other = ["--base-url", server.url, "--agent", "nobody"];
    const outcome = await verifyLiveCommand(other, { POLYAI_API_KEY: API_KEY }, createClock());
    expect(outcome).toEqual({ code: 2, stdout: "", stderr: 'agentId "nobody" is not in the answer of GET /v1/agents' });
    await server.close();
    const gone = await command(server.url);
    expect(gone).toEqual({ code: 2, stdout: "", stderr: `${server.url} does not answer: ECONNREFUSED` });
  });

  test.each([
    [["--region", "uk"], "k", "--agent is missing. Use: "],
    [["--agent", "a"], "k", "give --region or --base-url, and not both. Use: "],
    [["--agent", "a", "--region", "uk"], "", "POLYAI_API_KEY is not set. Use: "],
    [["--agent", "a", "--region", "mars"], "k", 'region "mars" is unknown: use one of us, uk, eu'],
    [["--agnt", "a"], "k", "Unknown option '--agnt'. Use: "],
    [["--key", "secret"], "k", "Unknown option '--key'. Use: "],
  ])("tells in one line what is wrong with %j", async (args, key, words) => {
    const { code, stderr } = await verifyLiveCommand(args, { POLYAI_API_KEY: key }, createClock());
    expect(code).toBe(2);
    expect(stderr.slice(0, words.length)).toBe(words);
    expect(stderr).not.toContain("\n");
  });

  test("is a program of its own", { timeout: 30_000 }, async () => {
    const { code, stdout, stderr } = await runScript("scripts/verify-live.ts", ["--region", "uk"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^--agent is missing\. Use: .+\n$/);
  });
});
