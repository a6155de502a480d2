/**
 * `npm run test:bump`: replays the history of the API. Takes a copy of the project through the versions in
 * test/fixtures/history that are newer than its own, one by one, and another copy straight to the last one. Runs
 * `npm run spec:bump` and then the whole `npm test` for each. Exit code 1 if one of them fails.
 */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseDocument } from "./openapi/document.js";
import { isNewer, replay, routes } from "./test-bump-replay.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const { version } = parseDocument(await readFile(`${root}openapi/agents.yaml`, "utf8")).info;
const names = await readdir(`${root}test/fixtures/history`);
const newer = names.map((name) => name.replace(/\.json$/, "")).filter((one) => isNewer(one, version));

if (newer.length === 0) console.log(`The project is at API version ${version}: there is nothing newer to replay.`);
const results: string[] = [];
for (const route of routes(newer)) results.push(...(await replay(root, version, route)));
if (results.length > 0) console.log(`\n${results.join("\n")}`);
if (results.some((line) => line.startsWith("FAILED"))) process.exitCode = 1;
