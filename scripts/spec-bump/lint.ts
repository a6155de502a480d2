import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../openapi/json-value.js";
import { below, isWithin, keysOf } from "../openapi/pointer.js";
import { redocly } from "../openapi/redocly.js";
import { Problem } from "../problem.js";
import { plain } from "./report/style.js";

export interface LintProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
  /** The object that the rule has checked. */
  readonly from?: { readonly pointer?: string };
}

/** Lints a document by the rules of the project, as `npm run check` does. Returns errors and warnings. */
export async function lint(root: string, document: JsonObject): Promise<readonly LintProblem[]> {
  const files = {
    "redocly.yaml": await readFile(join(root, "redocly.yaml"), "utf8"),
    // JSON is YAML.
    "openapi/agents.yaml": JSON.stringify(document),
  };
  const args = ["lint", "agents", "--format", "json", "--max-problems", "10000"];
  const { code, stdout, stderr } = await redocly(args, files);
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{"))).problems;
  } catch {
    throw new Error(`redocly lint ended with ${code} and printed no JSON: ${stderr}`);
  }
}

/** @throws {Problem} that lists every error of the lint. */
export function refuseErrors(problems: readonly LintProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const lines = errors.map(
    ({ message, ruleId, location }) =>
      `  ${plain(`${location[0]?.pointer ?? "#"}: ${message.split("\n")[0]} (${ruleId})`)}`,
  );
  const what = "the next document does not pass the lint. Correct the source, or turn the rule off in redocly.yaml:";
  throw new Problem([what, ...lines].join("\n"));
}

/**
 * The pointer of the example that a problem is about: it does not match its schema, or has no value. If the schema
 * cannot be used, the pointers of all its examples.
 */
export function rejectedExamples({ ruleId, location, from }: LintProblem): string[] {
  const { pointer = "#" } = location[0] ?? {};
  if (ruleId === "rule/examples-are-some") return [pointer];
  if (ruleId === "rule/example-has-value") return [below("#", ...keysOf(pointer).slice(0, -1))];
  if (!/^no-invalid-.+-examples$/.test(ruleId) || !from?.pointer) return [];
  if (!isWithin(pointer, from.pointer)) return [];
  const [kind = "", name = ""] = keysOf(pointer).slice(keysOf(from.pointer).length);
  if (kind === "examples") return [below(from.pointer, kind, name)];
  return kind === "example"
    ? [below(from.pointer, kind)]
    : ["example", "examples"].map((key) => below(from.pointer ?? "", key));
}
