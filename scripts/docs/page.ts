import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "../document.js";
import { Problem } from "../problem.js";
import { CODE_SAMPLES, copyForPage } from "./copy.js";
import { selfContained } from "./self-contained.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const template = fileURLToPath(new URL("template.hbs", import.meta.url));
const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");

/**
 * The reference page as one HTML file that needs nothing beside it: the document's operations, with the code for each,
 * and the README as the guide.
 *
 * @throws {Problem} when Redocly makes nothing of the document.
 */
export async function referencePage(document: OpenApiDocument, readme: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-docs-"));
  try {
    const input = join(folder, "agents.json");
    const output = join(folder, "index.html");
    await writeFile(input, JSON.stringify(copyForPage(document, readme)));
    buildPage(input, output, `${document.info.title} ${document.info.version}`);
    return selfContained(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function buildPage(input: string, output: string, title: string): void {
  const options = JSON.stringify({ codeSamples: CODE_SAMPLES, hideDownloadButtons: true });
  const args = ["build-docs", input, "--output", output, "--title", title, "--template", template, "--inlineBundle"];
  const { status, stderr } = spawnSync(process.execPath, [redocly, ...args, "--openapi", options], {
    cwd: root, // for redocly.yaml, which turns telemetry off, in the page as well
    encoding: "utf8",
  });
  // The reason comes last, after the banners.
  const reason = stderr.trim().split("\n").at(-1);
  if (status !== 0) throw new Problem(`Redocly cannot build the page (${reason}). Run: npm run check`);
}
