import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonpath } from "json-p3";
import { Document, isCollection, parseDocument } from "yaml";
import { applyOverlay, toYaml } from "../generate/apply-overlay.js";
import type { JsonObject } from "../openapi/json-value.js";
import { at, below, isWithin, keysOf } from "../openapi/pointer.js";
import { Problem } from "../problem.js";
import { type LintProblem, lint, refuseErrors, rejectedExamples } from "./lint.js";
import type { Repair } from "./repair.js";

const FORMAT = { lineWidth: 100 };

/** The files under openapi/ for the next version, and what was removed to make them. */
export interface Documents {
  readonly published: string;
  readonly overlay: string;
  readonly agents: string;
  readonly document: JsonObject;
  /** Targets of the actions that were removed, because they match nothing in the next version. */
  readonly removedActions: readonly string[];
  /** Examples that were removed, because they do not match their schema. The mock server would respond with them. */
  readonly repairs: readonly Repair[];
  /** How many descriptions and examples are missing. */
  readonly missing: number;
}

/**
 * Applies openapi/overlay.yaml to the next published document.
 *
 * @throws {Problem} when the result does not pass the lint.
 */
export async function withOverlay(root: string, next: JsonObject): Promise<Documents> {
  const overlay = parseDocument(await readFile(join(root, "openapi/overlay.yaml"), "utf8"));
  const [error] = overlay.errors;
  if (error) throw new Problem(`openapi/overlay.yaml is not YAML: ${error.message.split("\n")[0]}`);
  const published = new Document(next, { aliasDuplicateObjects: false });
  const removedActions: string[] = [];
  const repairs: Repair[] = [];
  for (;;) {
    const { document, unmatched } = await applyOverlay(published.toJSON(), overlay.toString(FORMAT));
    removedActions.push(...unmatched);
    removeActions(overlay, unmatched);
    const problems = await lint(root, document);
    const examples = examplesIn(problems, document);
    if (examples.size === 0) {
      refuseErrors(problems);
      const texts = {
        published: toYaml(published.toJSON()),
        overlay: overlay.toString(FORMAT),
        agents: toYaml(document),
      };
      return { ...texts, document, removedActions, repairs, missing: problems.length };
    }
    for (const [where, message] of examples)
      repairs.push({ name: "wrong-example", where, what: `removed: ${message}` });
    // From the end, because the elements of a list move up.
    for (const pointer of [...examples.keys()].reverse()) {
      removeFrom(overlay, document, pointer);
      removeIn(published, keysOf(pointer));
    }
  }
}

/** The pointers of the examples that the lint rejects, with the reasons. */
function examplesIn(problems: readonly LintProblem[], document: JsonObject): Map<string, string> {
  const examples = new Map<string, string>();
  for (const problem of problems) {
    const reason = problem.message.replace("Example value must conform to the schema: ", "");
    for (const pointer of rejectedExamples(problem))
      if (at(document, pointer) !== undefined) examples.set(pointer, reason);
  }
  return examples;
}

function removeActions(overlay: Document, targets: readonly string[]): void {
  const { actions } = overlay.toJSON() as { actions: { target: string }[] };
  for (const [index, { target }] of [...actions.entries()].reverse()) {
    if (targets.includes(target)) overlay.deleteIn(["actions", index]);
  }
}

/** Removes what the overlay adds at this place of the document. */
function removeFrom(overlay: Document, document: JsonObject, pointer: string): void {
  const { actions } = overlay.toJSON() as { actions: { target: string }[] };
  for (const [index, { target }] of [...actions.entries()].reverse()) {
    const parent = jsonpath
      .query(target, document)
      .nodes.map(({ location }) => below("#", ...location))
      .find((location) => isWithin(pointer, location));
    if (parent !== undefined)
      removeIn(overlay, ["actions", index, "update", ...keysOf(pointer).slice(keysOf(parent).length)]);
  }
}

/** Removes a value. Also removes a map of examples that is empty then, and an action that does nothing then. */
function removeIn(document: Document, path: readonly (string | number)[]): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  const rest = document.getIn(parent);
  if (!isCollection(rest) || rest.items.length > 0) return;
  if (parent.at(-1) === "examples") removeIn(document, parent);
  if (parent.at(-1) === "update") removeIn(document, parent.slice(0, -1));
}
