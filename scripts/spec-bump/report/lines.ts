import type { Change, OperationRef } from "../comparison.js";
import { nameOf } from "../document-operations.js";
import type { Style } from "./style.js";

/** An item of a list, with the items below it. An item that breaks callers is marked. */
export function item(text: string, breaks = false, below: readonly string[] = []): string {
  return [`- ${breaks ? "❌ " : ""}${text}`, ...below.map((one) => one.replace(/^/gm, "  "))].join("\n");
}

export function breakingFirst(items: readonly string[]): string[] {
  const breaks = (one: string) => one.startsWith("- ❌");
  return [...items.filter(breaks), ...items.filter((one) => !breaks(one))];
}

/** `1 operation`, `2 operations` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The place of a change, and what has changed there. A message of Redocly is a sentence of its own. */
export function changeText({ where, what }: Pick<Change, "where" | "what">, { name, words }: Style): string {
  return `${name(where)}${/^[A-Z`]/.test(what) ? ":" : ""} ${words(what)}`;
}

/** The method and path of an operation, and its id. */
export function operationText(operation: OperationRef, { name }: Style): string {
  const { operationId } = operation;
  return operationId === undefined ? name(nameOf(operation)) : `${name(nameOf(operation))} (${name(operationId)})`;
}
