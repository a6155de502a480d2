/** Everything that the demo prints. */
import { styleText } from "node:util";
import { type AnyAgentsError, API_VERSION } from "../../src/index.js";
import { columns, wrap } from "./layout.js";

const { stdout } = process;
const coloured = stdout.isTTY && !process.env.NO_COLOR && stdout.hasColors();
const width = Math.min(stdout.columns || 100, 100);

function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return coloured ? styleText(format, text) : text;
}

export function print(text: string): void {
  console.log(text);
}

/** Printed first, because the mock server takes a second or two to start. */
export function title(): void {
  print(paint("bold", `A tour of the PolyAI Agents API ${API_VERSION} with polyai-agents and a mock server`));
}

export function mockAt(url: string): void {
  print(`The mock server at ${url} answers from openapi/agents.yaml.`);
}

let steps = 0;

export function heading(text: string): void {
  steps += 1;
  print(`\n${paint("bold", `${steps}. ${text}`)}`);
}

export function note(text: string): void {
  for (const line of wrap(text, width - 3)) print(paint("dim", `   ${line}`));
}

/** Printed instead of a step that the mock server cannot show. */
export function skipped(why: string): void {
  note(`Skipped: ${why}.`);
}

/** Prints a request: method and path, the prefer header, the body. */
export function sent(line: string, prefer: string | null, body: unknown): void {
  print(`\n   ${paint("cyan", "→")} ${line}`);
  if (prefer !== null) print(`     prefer: ${prefer}`);
  if (typeof body === "string") print(`     ${body}`);
}

export function received(status: number, statusText: string): void {
  print(`   ${paint("cyan", "←")} ${paint(status < 300 ? "green" : "red", `${status} ${statusText}`)}`);
}

export function table<Row extends object>(rows: readonly Row[], names: readonly (keyof Row & string)[]): void {
  const [head = "", ...lines] = columns(rows, names);
  print(`\n     ${paint("dim", head)}`);
  for (const line of lines) print(`     ${line}`);
}

/** Prints an error of the client: its name, message and some of its properties. */
export function thrown(error: AnyAgentsError): void {
  if (error.attempts === 0) print(`\n   ${paint("cyan", "→")} nothing was sent`);
  const [first = "", ...rest] = wrap(`${error.name}: ${error.message}`, width - 5);
  print(`   ${paint("red", "!")} ${first.replace(error.name, paint("red", error.name))}`);
  for (const line of rest) print(`     ${line}`);
  const status = "status" in error ? `status ${error.status}, ` : "";
  print(paint("dim", `     ${status}retryable ${error.retryable}, mayHaveExecuted ${error.mayHaveExecuted}`));
}

export function next(): void {
  print(`\n${paint("bold", "Next")}`);
  print("   npm start -- --serve   runs the mock server and prints a curl command");
  print("   scripts/demo.ts        contains the code of these calls");
  print("   README.md              explains regions, keys, errors and tests");
}
