/**
 * `npm run generate`: makes openapi/agents.yaml from openapi/published.yaml and openapi/overlay.yaml, then the types
 * and constants of the package's OpenAPI document and of those of the tests. `npm run generate -- --check`: writes
 * nothing, and fails if one of these files is not up to date.
 */
import { generateAll } from "./generate/command.js";
import { runCommand } from "./problem.js";

const root = new URL("../", import.meta.url);
await runCommand(() => generateAll(root, process.argv.includes("--check"), console));
