import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Problem } from "../problem.js";

const REDOCLY = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/**
 * Lints a document by the rules of the project, as `npm run check` does. Gives the number of warnings, each of which is
 * a word or an example that is ours to write.
 *
 * @throws {Problem} with the first of what is wrong.
 */
export async function lint(root: string, documentText: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  try {
    await cp(join(root, "redocly.yaml"), join(folder, "redocly.yaml"));
    await mkdir(join(folder, "openapi"));
    await writeFile(join(folder, "openapi/agents.yaml"), documentText);
    const { code, stdout } = await run(["lint", "--format", "json"], folder);
    const problems = problemsIn(stdout);
    if (code === 0) return problems.length;
    const errors = problems.filter(({ severity }) => severity === "error");
    const [first] = errors;
    if (!first) throw new Error(`redocly lint ended with ${code} and named no problem`);
    const more = errors.length > 1 ? `, and ${errors.length - 1} more` : "";
    const place = first.location?.[0]?.pointer ?? "#";
    throw new Problem(
      `the next document does not pass the lint: ${first.message.split("\n")[0]} (${first.ruleId}) at ${place}${more}; ` +
        "mend the source, or the rule in redocly.yaml if it judges what is the API's",
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface LintProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly location?: readonly { readonly pointer?: string }[];
}

function problemsIn(stdout: string): readonly LintProblem[] {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{"))).problems;
  } catch {
    return [];
  }
}

function run(args: string[], cwd: string): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, [REDOCLY, ...args], { cwd, stdio: ["ignore", "pipe", "ignore"] });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout }));
  });
}
