/** The code samples for an operation: the call with this client, and the call with curl. */
import { API_KEY_HEADER, SERVERS } from "../../generated/constants.js";
import { expandPath } from "../../src/path.js";
import { serializeQuery } from "../../src/query.js";
import { isJson } from "../generate/media.js";
import { pathStylesOf, queryStylesOf } from "../generate/traits.js";
import type { DocumentOperation, OpenApiDocument } from "../openapi/document.js";
import { Code, literal, memberAccess } from "./literal.js";
import { BYTES, isForm, type SampleBody, sampleRequest } from "./sample-request.js";
import { resolve } from "./schema-value.js";

const servers: Readonly<Record<string, string>> = SERVERS;
const REGION = "uk" in servers ? "uk" : (Object.keys(servers)[0] ?? "");

/** The call by path, as a complete module. */
export function pathSample(operation: DocumentOperation, document: OpenApiDocument): string {
  const call = `polyai.${operation.method}(`;
  return sample(operation, document, call, [JSON.stringify(operation.path)], {
    imports: ['import { createAgentsClient } from "polyai-agents";'],
    client: `const polyai = createAgentsClient(${literal({ region: REGION })});`,
  });
}

/** The call by name, with `polyai-agents/operations`, as a complete module. */
export function nameSample(operation: DocumentOperation, document: OpenApiDocument): string {
  const call = `agents${memberAccess(operation.operationId)}(`;
  return sample(operation, document, call, [], {
    imports: [
      'import { createAgentsClient } from "polyai-agents";',
      'import { createOperations } from "polyai-agents/operations";',
    ],
    client: `const polyai = createAgentsClient(${literal({ region: REGION })});\nconst agents = createOperations(polyai);`,
  });
}

interface Setup {
  readonly imports: readonly string[];
  readonly client: string;
}

function sample(
  operation: DocumentOperation,
  document: OpenApiDocument,
  call: string,
  first: readonly string[],
  { imports, client }: Setup,
): string {
  const begin = `${hasData(operation) ? "const { data } = " : ""}await ${call}`;
  const init = initOf(operation, document);
  const column = [begin, ...first.map((argument) => `${argument}, `), ");"].join("").length;
  const args = [...first, ...(Object.keys(init).length > 0 ? [literal(init, column)] : [])].join(", ");
  return [
    ...(args.includes("readFile(") ? ['import { readFile } from "node:fs/promises";'] : []),
    ...imports,
    "",
    "// The key comes from POLYAI_API_KEY.",
    client,
    "",
    `${begin}${args});`,
  ].join("\n");
}

function initOf(operation: DocumentOperation, document: OpenApiDocument): object {
  const { body, ...places } = sampleRequest(operation, document);
  const params = Object.fromEntries(Object.entries(places).filter(([, values]) => Object.keys(values).length > 0));
  return { ...(Object.keys(params).length > 0 && { params }), ...(body && { body: bodyCode(body) }) };
}

/** Whether a success has data. */
function hasData({ responses }: DocumentOperation): boolean {
  return Object.keys(responses).some((status) => status.startsWith("2") && status !== "204" && status !== "205");
}

function bodyCode({ mediaType, value }: SampleBody): unknown {
  if (!isForm(mediaType)) return value === BYTES ? fileCode("file") : value;
  const encoded = !mediaType.startsWith("multipart/");
  const fields = Object.entries(value as object).map(([name, field]) => {
    if (field === BYTES) return [name, fileCode(name)];
    return [name, encoded ? toText(field) : field];
  });
  const form = Object.fromEntries(fields);
  return encoded
    ? new Code(`new URLSearchParams(${literal(form, "  body: new URLSearchParams(),".length, "  ")})`)
    : form;
}

function fileCode(name: string): Code {
  return new Code(`new Blob([await readFile(${JSON.stringify(name)})])`);
}

/** The call with curl. The key comes from `POLYAI_API_KEY`. */
export function curlSample(operation: DocumentOperation, document: OpenApiDocument): string {
  const { method, path } = operation;
  const request = sampleRequest(operation, document);
  const name = `${method} ${path}`;
  const parameters = operation.parameters.map((one) => resolve(document, one));
  const query = serializeQuery(name, request.query, queryStylesOf(parameters));
  const filled = expandPath(name, path, request.path, pathStylesOf(document, parameters));
  const url = `${servers[REGION]}${filled}${query && `?${query}`}`;
  const headers = Object.entries(request.header).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [
    // curl treats brackets and braces as patterns.
    `curl ${METHODS[method] ?? `-X ${method} `}${quoted(url.replace(/[[\]{}]/g, encodeURIComponent))}`,
    `-H "${API_KEY_HEADER}: $POLYAI_API_KEY"`,
    ...headers,
    ...(request.body ? bodyArguments(request.body) : []),
  ].join(" \\\n  ");
}

const METHODS: Readonly<Record<string, string>> = { GET: "", HEAD: "-I " };

function bodyArguments({ mediaType, value }: SampleBody): string[] {
  if (isForm(mediaType)) {
    const [text, file] = mediaType.startsWith("multipart/")
      ? ["--form-string", "-F"]
      : ["--data-urlencode", "--data-urlencode"];
    return Object.entries(value as object).map(([name, field]) =>
      field === BYTES ? `${file} ${quoted(`${name}=@${name}`)}` : `${text} ${quoted(`${name}=${toText(field)}`)}`,
    );
  }
  const type = `-H ${quoted(`content-type: ${mediaType}`)}`;
  if (value === BYTES) return [type, "--data-binary @file"];
  return [type, `-d ${quoted(isJson(mediaType) ? JSON.stringify(value, null, 2) : String(value))}`];
}

function toText(field: unknown): string {
  return typeof field === "string" ? field : JSON.stringify(field);
}

/** Quotes a word for the shell. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
