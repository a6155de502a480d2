import { describe, expect, test } from "vitest";
import { verifyLiveCommand } from "../../scripts/verify-live-command.js";
import {
  API_KEY,
  COLLECTION_ID,
  createClock,
  type ResponseChange,
  startDocumentedApi,
} from "../support/documented-api.js";
import { FIXTURE_API } from "../support/fixture-kit.js";
import { runScript } from "../support/run.js";
import { document } from "../support/verify-live.js";

const PLAYERS = "GET /collections/{collectionId}/players";
const RECORDS = "GET /collections/{collectionId}/records";

describe("npm run verify:live", () => {
  const outcomeOf = (args: string[], key = API_KEY) =>
    verifyLiveCommand(args, { POLYAI_API_KEY: key }, createClock(), FIXTURE_API);
  const command = (url: string, args: string[] = [], key = API_KEY) =>
    outcomeOf(["--base-url", url, "--agent", COLLECTION_ID, ...args], key);

  test("prints what was checked, with exit code 0, if there are no differences", async () => {
    await using server = await startDocumentedApi(document);
    const { code, stdout, stderr } = await command(server.url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/\n\nno differences, 18 of 18 read-only operations checked$/);
  });

  test("prints an aligned table, with exit code 1, if there are differences; JSON with --json", async () => {
    const change: ResponseChange = (answer) => ({ ...answer, body: "[]" });
    await using server = await startDocumentedApi(document, { listRecords: change, getPlayer: change });
    const { code, stdout } = await command(server.url);
    expect(code).toBe(1);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "operation                                           status  location  rule  count  message",
      `${RECORDS}             200     body      type  2      must be object, but is array`,
      `${PLAYERS}/{playerId}  200     body      type  3      must be object, but is array`,
    ]);
    const asJson = await command(server.url, ["--json"]);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      differences: [{ operation: RECORDS }, {}],
      skipped: [{ operation: `${RECORDS}/{recordTitle}` }],
    });
  });

  test("reports a rejected key in one line without the key, with exit code 2", async () => {
    await using server = await startDocumentedApi(document);
    const { code, stdout, stderr } = await command(server.url, [], "other-key-77");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`${server.url} rejected the API key (401): a key works only in the region of its workspace`);
  });

  test("reports a missing server and an unknown agent in one line", async () => {
    const server = await startDocumentedApi(document);
    const other = ["--base-url", server.url, "--agent", "nobody"];
    const stderr = 'collectionId "nobody" is not in the response of GET /collections';
    expect(await outcomeOf(other)).toEqual({ code: 2, stdout: "", stderr });
    await server.close();
    const gone = await command(server.url);
    expect(gone).toEqual({ code: 2, stdout: "", stderr: `${server.url} did not respond: ECONNREFUSED` });
  });

  test.each([
    [["--region", "north"], "k", "--agent is missing. Usage: "],
    [["--agent", "a"], "k", "--region or --base-url is required, but not both. Usage: "],
    [["--agent", "a", "--region", "north"], "", "POLYAI_API_KEY is not set. Usage: "],
    [["--agent", "a", "--region", "mars"], "k", 'region "mars" is unknown: use one of north, south, west'],
    [["--agnt", "a"], "k", "Unknown option '--agnt'. Usage: "],
    [["--key", "secret"], "k", "Unknown option '--key'. Usage: "],
  ])("prints in one line what is wrong with %j", async (args, key, words) => {
    const { code, stderr } = await outcomeOf(args, key);
    expect(code).toBe(2);
    expect(stderr.slice(0, words.length)).toBe(words);
    expect(stderr).not.toContain("\n");
  });

  test("is a program of its own", { timeout: 30_000 }, async () => {
    const { code, stdout, stderr } = await runScript("scripts/verify-live.ts", ["--region", "uk"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^--agent is missing\. Usage: .+\n$/);
  });
});
