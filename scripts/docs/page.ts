import { readFile } from "node:fs/promises";
import type { OpenApiDocument } from "../openapi/document.js";
import { reasonIn, redocly } from "../openapi/redocly.js";
import { Problem } from "../problem.js";
import { CODE_SAMPLES, copyForPage } from "./copy.js";
import { selfContained } from "./self-contained.js";

/**
 * The reference page: one HTML file that needs no other file. It shows the document's operations, the code for each,
 * and the README as the guide.
 *
 * @throws {Problem} when Redocly cannot build the page.
 */
export async function referencePage(document: OpenApiDocument, readme: string): Promise<string> {
  const files = {
    "agents.json": JSON.stringify(copyForPage(document, readme)),
    "redocly.yaml": "telemetry: off\n", // in the page as well
    "template.hbs": await readFile(new URL("template.hbs", import.meta.url), "utf8"),
  };
  const options = JSON.stringify({ codeSamples: CODE_SAMPLES, hideDownloadButtons: true });
  const title = `${document.info.title} ${document.info.version}`;
  const args = ["agents.json", "--output", "index.html", "--title", title, "--template", "template.hbs"];
  const { code, stdout, stderr } = await redocly(
    ["build-docs", ...args, "--inlineBundle", "--openapi", options],
    files,
    "index.html",
  );
  if (code !== 0) throw new Problem(`Redocly cannot build the page (${reasonIn(stderr)}). Run: npm run check`);
  return selfContained(stdout);
}
