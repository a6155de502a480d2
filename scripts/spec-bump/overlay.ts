import { jsonpath } from "json-p3";
import type { Json, JsonObject } from "./json.js";
import type { Move } from "./moves.js";
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
}

/** Applies an overlay to a copy of the document. Actions about operations that have moved go along with them. */
export function applyOverlay(document: JsonObject, overlay: Overlay, moves: readonly Move[]): Applied {
  const retargeted: Applied["retargeted"][number][] = [];
  const lost: Failed[] = [];
  const actions: Action[] = [];
  let applied = document;
  for (const given of overlay.actions) {
    const action = { ...given, target: retarget(given.target, moves, document) };
    const result = apply(applied, action);
    if (typeof result === "string") {
      lost.push({ target: given.target, why: result });
      continue;
    }
    if (action.target !== given.target) retargeted.push({ target: given.target, to: action.target });
    applied = result;
    actions.push(action);
  }
  return {
    document: structuredClone(applied),
    overlay: { ...overlay, actions: structuredClone(actions) },
    retargeted,
    lost,
  };
}

/** The document after an action, or why the action cannot be applied. */
function apply(document: JsonObject, { target, update, remove }: Action): JsonObject | string {
  const nodes = jsonpath.query(target, document).nodes;
  if (nodes.length === 0) return "nothing is there";
  // From the end, so that the positions of those before stay what they are.
  const locations = nodes.map(({ location }) => location).reverse();
  if (remove) return locations.reduce<Json>(removeAt, document) as JsonObject;
  if (nodes.some(({ value }) => typeof value !== "object" || value === null)) {
    return "what is there is a value and takes no additions";
  }
  return locations.reduce<Json>((whole, location) => updateAt(whole, location, update ?? {}), document) as JsonObject;
}
