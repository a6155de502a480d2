import { jsonpath } from "json-p3";
import { isObject, type Json, type JsonObject } from "./json.js";
import type { Move } from "./moves.js";
import { examplesIn, type Judge, judgeFor } from "./overlay/fit.js";
import { removeAt, updateAt } from "./overlay/merge.js";
import type { Action, Overlay } from "./overlay/overlay.js";
import { retarget } from "./overlay/retarget.js";

export { deriveOverlay } from "./overlay/derive.js";
export { type Action, type Overlay, overlayText, parseOverlay } from "./overlay/overlay.js";

/** An action that did not find its way into the document. */
export interface Failed {
  readonly target: string;
  readonly why: string;
}

export interface Applied {
  readonly document: JsonObject;
  /** What of the overlay still holds, under the targets that it has now. */
  readonly overlay: Overlay;
  /** Followed an operation to its new path. */
  readonly retargeted: readonly { readonly target: string; readonly to: string }[];
  /** Matched nothing: what they were about is gone. */
  readonly lost: readonly Failed[];
  /** Had an example that does not fit its schema any more. */
  readonly dropped: readonly Failed[];
}

/**
 * Applies an overlay to a copy of the document. Actions about operations that have moved go along with them.
 *
 * @throws {Problem} when a schema that an example has to fit cannot be used.
 */
export function applyOverlay(document: JsonObject, overlay: Overlay, moves: readonly Move[]): Applied {
  const retargeted: Applied["retargeted"][number][] = [];
  const failed = { lost: [] as Failed[], dropped: [] as Failed[] };
  const actions: Action[] = [];
  const judge = judgeFor(document);
  let applied: Json = document;
  for (const given of overlay.actions) {
    const action = { ...given, target: retarget(given.target, moves, document) };
    const outcome = apply(applied, action, judge);
    if ("why" in outcome) {
      failed[outcome.as].push({ target: given.target, why: outcome.why });
      continue;
    }
    if (action.target !== given.target) retargeted.push({ target: given.target, to: action.target });
    applied = outcome.document;
    actions.push(action);
  }
  const result = structuredClone(applied) as JsonObject;
  return { document: result, overlay: { ...overlay, actions: structuredClone(actions) }, retargeted, ...failed };
}

type Outcome = { readonly document: Json } | { readonly as: "lost" | "dropped"; readonly why: string };

function apply(document: Json, { target, update, remove }: Action, judge: Judge): Outcome {
  const nodes = jsonpath.query(target, document).nodes;
  if (nodes.length === 0) return { as: "lost", why: "nothing is there" };
  // From the end, so that the positions of those before stay what they are.
  const locations = nodes.map(({ location }) => location).reverse();
  if (remove) return { document: locations.reduce<Json>(removeAt, document) };
  if (nodes.some(({ value }) => typeof value !== "object" || value === null)) {
    return { as: "lost", why: "what is there is a value and takes no additions" };
  }
  const values = nodes.map(({ value }) => value as Json);
  const why = values.map((value) => misfit(update, value, (...example) => judge(...example, target))).find(Boolean);
  if (why) return { as: "dropped", why };
  return { document: locations.reduce<Json>((whole, location) => updateAt(whole, location, update ?? {}), document) };
}

function misfit(update: Json | undefined, updated: Json, judge: (example: Json, schema: Json) => string | undefined) {
  const schema = isObject(updated) ? (updated.schema ?? true) : true;
  const reasons = examplesIn(update, updated).map(([name, example]) => {
    const reason = judge(example, schema);
    return reason && `${name}: ${reason}`;
  });
  return reasons.find((reason) => reason !== undefined);
}
