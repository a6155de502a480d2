import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.js";
import { redocly } from "../redocly.js";
import { plain } from "./report/plain.js";

interface LintProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly location?: readonly { readonly pointer?: string }[];
}

/**
 * Lints a document by the rules of the project, as `npm run check` does. Returns the number of warnings: words and
 * examples that are missing.
 *
 * @throws {Problem} that lists every error.
 */
export async function lint(root: string, documentText: string): Promise<number> {
  const files = {
    "redocly.yaml": await readFile(join(root, "redocly.yaml"), "utf8"),
    "openapi/agents.yaml": documentText,
  };
  const { code, stdout, stderr } = await redocly(
    ["lint", "agents", "--format", "json", "--max-problems", "10000"],
    files,
  );
  const problems = problemsIn(stdout);
  if (code === 0 && problems) return problems.length;
  const errors = (problems ?? []).filter(({ severity }) => severity === "error");
  if (errors.length === 0) throw new Error(`redocly lint ended with ${code} and named no problem: ${stderr}`);
  const lines = errors.map(({ message, ruleId, location }) => {
    return `  ${plain(`${location?.[0]?.pointer ?? "#"}: ${message.split("\n")[0]} (${ruleId})`)}`;
  });
  throw new Problem(
    [
      "the next document does not pass the lint. Correct the source, or turn the rule off in redocly.yaml:",
      ...lines,
    ].join("\n"),
  );
}

function problemsIn(stdout: string): readonly LintProblem[] | undefined {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{"))).problems;
  } catch {
    return undefined;
  }
}
