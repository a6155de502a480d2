import { jsonpath } from "json-p3";
import { parse, stringify } from "yaml";
import { Problem } from "../../problem.js";
import { isObject, type Json } from "../json.js";

/** One change of the document (OpenAPI Overlay 1.0.0): of everything that the target, a JSONPath, selects. */
export interface Action {
  readonly target: string;
  readonly description?: string;
  readonly update?: Json;
  readonly remove?: boolean;
}

export interface Overlay {
  readonly overlay: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly Action[];
}

const HEADER = `# What is ours in agents.yaml, as an OpenAPI Overlay 1.0 to the document that PolyAI publishes: operation ids,
# examples, extensions, the license and our words. \`npm run spec:bump\` applies it to the next version and
# writes it anew. Each action is about one thing: it goes when that goes, and never brings it back.
# \`info.version\` is the version of the API for which our words are complete.
`;

/** The overlay as its file has it. */
export function overlayText(overlay: Overlay): string {
  return HEADER + stringify(overlay, { lineWidth: 100, aliasDuplicateObjects: false });
}

/**
 * Reads an overlay.
 *
 * @throws {Problem} saying what is wrong, when the text is no OpenAPI Overlay 1.0.
 */
export function parseOverlay(text: string): Overlay {
  const overlay = dataOf(text);
  if (!isObject(overlay) || typeof overlay.overlay !== "string" || !/^1\.0\.\d+$/.test(overlay.overlay)) {
    throw broken('it is no OpenAPI Overlay 1.0: its first line has to be "overlay: 1.0.0"');
  }
  const { info, actions } = overlay;
  if (!isObject(info) || typeof info.title !== "string" || typeof info.version !== "string") {
    throw broken("its info has no title and version");
  }
  if (!Array.isArray(actions)) throw broken("its actions are not a list");
  for (const [index, action] of actions.entries()) check(action, `action ${index + 1}`);
  return overlay as unknown as Overlay;
}

function dataOf(text: string): Json {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw broken(`it is no YAML (${firstLine(error)})`);
  }
}

function check(action: Json, which: string): void {
  if (!isObject(action) || typeof action.target !== "string") throw broken(`${which} has no target`);
  const { target, update, remove = false } = action;
  if (typeof remove !== "boolean") throw broken(`${which} (${target}): remove is neither true nor false`);
  if (!remove && (typeof update !== "object" || update === null)) {
    throw broken(`${which} (${target}): it neither updates with an object or a list nor removes`);
  }
  try {
    jsonpath.compile(target);
  } catch (error) {
    throw broken(`${which}: ${target} is no JSONPath (${firstLine(error)})`);
  }
}

function broken(what: string): Problem {
  return new Problem(`The overlay cannot be used: ${what}. Correct it, or take it back from git.`);
}

function firstLine(error: unknown): string {
  return (
    String(error instanceof Error ? error.message : error)
      .split("\n")[0]
      ?.replace(/[.:\s]+$/, "") ?? ""
  );
}
