import { isObject, type Json, type JsonObject } from "../json.js";
import { type Operation, templateNames } from "../operations.js";
import { at } from "../reference.js";
import type { Placed } from "./contents.js";
import { below, plainPointer } from "./pointer.js";
import type { Responses } from "./responses.js";

/** A document and one of its operations. */
export interface OperationIn {
  readonly document: JsonObject;
  readonly operation: Operation;
  /** The path template that its parameters belong to, where that is another one: the operation has moved. */
  readonly template?: string;
}

/** Where an operation stands. */
export function pointerOf({ method, path }: Operation): string {
  return below("#", "paths", path, method.toLowerCase());
}

/** Its parameters, those of its path item that it does not state itself included; those in the path in its order. */
export function parametersIn({ document, operation, template = operation.path }: OperationIn): Placed[] {
  const { item, operation: own } = operation;
  const itemPointer = below("#", "paths", operation.path);
  const stated = listIn(document, own.parameters, below(pointerOf(operation), "parameters"));
  const isStated = (one: Placed) =>
    stated.some(({ value }) => value.name === one.value.name && value.in === one.value.in);
  const shared = listIn(document, item.parameters, below(itemPointer, "parameters"));
  const all = [...shared.filter((one) => !isStated(one)), ...stated];
  const names = templateNames(template);
  const position = ({ value }: Placed) => names.indexOf(String(value.name));
  const inPath = all.filter((one) => one.value.in === "path" && position(one) >= 0);
  return [...inPath.sort((a, b) => position(a) - position(b)), ...all.filter(({ value }) => value.in !== "path")];
}

function listIn(document: JsonObject, list: Json | undefined, pointer: string): Placed[] {
  return Array.isArray(list) ? list.flatMap((one, i) => follow(document, one, below(pointer, i)) ?? []) : [];
}

export function bodyIn({ document, operation }: OperationIn): Placed | undefined {
  return follow(document, operation.operation.requestBody, below(pointerOf(operation), "requestBody"));
}

export function responsesIn({ document, operation }: OperationIn): Responses {
  const { responses } = operation.operation;
  const pointer = below(pointerOf(operation), "responses");
  return new Map(
    (isObject(responses) ? Object.entries(responses) : []).flatMap(([status, response]) => {
      const placed = status.startsWith("x-") ? undefined : follow(document, response, below(pointer, status));
      return placed ? [[status, placed] as const] : [];
    }),
  );
}

/** A value with its references followed; undefined where there is none, or where they lead nowhere. */
function follow(document: JsonObject, value: Json | undefined, pointer: string): Placed | undefined {
  const seen = new Set<string>();
  let found = { value, pointer };
  while (isObject(found.value) && typeof found.value.$ref === "string" && !seen.has(found.value.$ref)) {
    seen.add(found.value.$ref);
    found = { value: at(document, found.value.$ref), pointer: plainPointer(found.value.$ref) };
  }
  return isObject(found.value) ? { value: found.value, pointer: found.pointer } : undefined;
}
