import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { AGENT_ID, API_KEY, BODY, OPERATION_ID, PATH, URL_PATH } from "./operation.js";
import { BY_NAME, OPENAPI_FETCH, OUR_PACKAGE, RAW_FETCH, type Row, type Section } from "./results.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const SERVER = "https://api.uk.poly.ai";
const body = JSON.stringify(BODY);
const headers = `{ "x-api-key": ${JSON.stringify(API_KEY)} }`;
const init = `{ params: { path: { agentId: "${AGENT_ID}" } }, body: ${body} }`;

/** For each contender, a program that makes one call and prints its data. */
const PROGRAMS: Readonly<Record<string, string>> = {
  [RAW_FETCH]: `
    const response = await fetch("${SERVER}${URL_PATH}", { method: "DELETE", headers: { ...${headers},
      "content-type": "application/json" }, body: JSON.stringify(${body}) });
    if (!response.ok) throw new Error(String(response.status));
    console.log(await response.json());`,
  [OUR_PACKAGE]: `
    import { createAgentsClient } from "./src/index.ts";
    const polyai = createAgentsClient({ region: "uk", apiKey: "${API_KEY}" });
    console.log((await polyai.DELETE("${PATH}", ${init})).data);`,
  [BY_NAME]: `
    import { createAgentsClient } from "./src/index.ts";
    import { createOperations } from "./src/operations.ts";
    const polyai = createAgentsClient({ region: "uk", apiKey: "${API_KEY}" });
    console.log((await createOperations(polyai).${OPERATION_ID}(${init})).data);`,
  [OPENAPI_FETCH]: `
    import createClient from "openapi-fetch";
    const client = createClient({ baseUrl: "${SERVER}", headers: ${headers} });
    console.log((await client.DELETE("${PATH}", ${init})).data);`,
  ky: `
    import ky from "ky";
    console.log(await ky.delete("${SERVER}${URL_PATH}", { json: ${body}, headers: ${headers} }).json());`,
  axios: `
    import axios from "axios";
    console.log((await axios.delete("${SERVER}${URL_PATH}", { data: ${body}, headers: ${headers} })).data);`,
};

/** What the calls by name add to the program. */
export const MORE_BY_NAME = "by name, more than by path";

/** (c) The size of the JavaScript that a browser loads to make one call. */
export async function size(): Promise<Section> {
  const rows: Row[] = [];
  for (const [name, program] of Object.entries(PROGRAMS)) rows.push({ name, figures: await sizesOf(program) });
  const gzipped = (name: string) => rows.find((row) => row.name === name)?.figures.gzipped ?? Number.NaN;
  rows.push({ name: MORE_BY_NAME, figures: { gzipped: gzipped(BY_NAME) - gzipped(OUR_PACKAGE) } });
  return {
    id: "c",
    title: "Size of a program that makes one call",
    notes: ["Bundled by esbuild for browsers, minified; gzip at level 9. 1 kB is 1,000 bytes."],
    columns: [
      { key: "minified", label: "minified kB", digits: 2 },
      { key: "gzipped", label: "gzipped kB", digits: 2 },
    ],
    rows,
    bars: [
      { row: OUR_PACKAGE, column: "gzipped", atMost: 9.5 },
      { row: MORE_BY_NAME, column: "gzipped", atMost: 1.5 },
    ],
  };
}

async function sizesOf(contents: string): Promise<Record<string, number>> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bytes.length / 1_000, gzipped: gzipSync(bytes, { level: 9 }).length / 1_000 };
}
