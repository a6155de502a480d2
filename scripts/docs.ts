/** `npm run docs`: builds the reference page, docs/index.html. It can be opened from the disk or put on any server. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { referencePage } from "./docs/page.js";
import { parseDocument } from "./openapi/document.js";
import { runCommand } from "./problem.js";

const root = new URL("../", import.meta.url);
const file = new URL("docs/index.html", root);

await runCommand(async () => {
  const document = parseDocument(await readFile(new URL("openapi/agents.yaml", root), "utf8"));
  const page = await referencePage(document, await readFile(new URL("README.md", root), "utf8"));
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, page);
  console.log(
    `${fileURLToPath(file).replace(process.cwd(), ".")}: ${(page.length / 1e6).toFixed(1)} MB, complete in itself`,
  );
  return 0;
});
