import { jsonpath } from "json-p3";
import type { Kind } from "../grammar.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { targetOf } from "../target.js";
import { objectsOf } from "../walk.js";
import type { Action, Overlay } from "./overlay.js";

const WORDS = ["summary", "description"];

/**
 * The overlay that makes the document of the published one: everything in it that is ours by its kind. Words may be the
 * vendor's, where something is new; when the overlay that was applied is given, only what it says of words is ours.
 */
export function deriveOverlay(document: JsonObject, applied?: Overlay): Overlay {
  const known = applied && wordsIn(applied);
  const actions = [...objectsOf(document)].flatMap(([value, { kind, keys }]) => {
    const target = targetOf(document, keys);
    return oursIn(value, kind)
      .map((update) => (known ? withoutTheirs(update, target, known) : update))
      .filter((update) => Object.keys(update).length > 0)
      .map((update): Action => ({ target, update }));
  });
  // The version for which our words are complete: after a bump, some can be missing.
  const { version } = applied?.info ?? (document.info as { version: string });
  return { overlay: "1.0.0", info: { title: "What polyai-agents adds to the published document", version }, actions };
}

/** What is ours in an object, cut into what has to hold or to fall together: each example stands for itself. */
function oursIn(value: JsonObject, kind: Kind): JsonObject[] {
  const said = Object.entries(value).filter(([key, one]) => isOurs(key, one, kind));
  const examples = kind === "mediaType" && isObject(value.examples) ? Object.entries(value.examples) : [];
  const example = (kind === "mediaType" || kind === "parameter") && value.example !== undefined;
  return [
    Object.fromEntries(said),
    ...(example ? [{ example: value.example as Json }] : []),
    ...examples.map(([name, one]) => ({ examples: { [name]: one } })),
  ];
}

function isOurs(key: string, value: Json, kind: Kind): boolean {
  // An example is added whole.
  if (kind === "example") return false;
  if (key.startsWith("x-")) return true;
  if (WORDS.includes(key)) return typeof value === "string" && !(kind === "schema" && key === "summary");
  return (kind === "operation" && key === "operationId") || (kind === "info" && key === "license");
}

function withoutTheirs(update: JsonObject, target: string, known: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(update).filter(([key]) => !WORDS.includes(key) || known.has(place(target, key)));
  return Object.fromEntries(entries);
}

/** Where an overlay has words. */
function wordsIn({ actions }: Overlay): Set<string> {
  const places = actions.flatMap(({ target, update }) =>
    isObject(update) ? WORDS.filter((key) => key in update).map((key) => place(target, key)) : [],
  );
  return new Set(places);
}

/** However the target is spelled. */
function place(target: string, key: string): string {
  return `${jsonpath.compile(target)} ${key}`;
}
