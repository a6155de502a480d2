/** The printed page: everything that the demo says goes through here. */
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

/** Printed before the mock is there, which takes a second or two. */
export function title(): void {
  print(paint("bold", `polyai-agents against a mock of the PolyAI Agents API ${API_VERSION}`));
}

export function mockAt(url: string): void {
  print(`The mock is at ${url}, made from openapi/agents.yaml.`);
}

let steps = 0;

export function heading(text: string): void {
  steps += 1;
  print(`\n${paint("bold", `${steps}. ${text}`)}`);
}

export function note(text: string): void {
  for (const line of wrap(text, width - 3)) print(paint("dim", `   ${line}`));
}

/** Printed in place of a step that the mock cannot show. */
export function skipped(why: string): void {
  note(`Skipped: ${why}.`);
}

/** A request, with as much of it as matters here. */
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

/** An error of the client: its name, its message, and what a program can read from it. */
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
  print("   npm start -- --serve   leaves the mock running, with a curl line to try");
  print("   scripts/demo.ts        has the code of these calls");
  print("   README.md              goes on from here: regions, keys, errors, tests");
}
