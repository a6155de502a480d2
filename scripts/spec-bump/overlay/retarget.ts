import { type JSONPathQuery, jsonpath } from "json-p3";
import { isObject, type JsonObject } from "../json.js";
import type { Move } from "../moves.js";
import { templateNames } from "../operations.js";
import { name, parameter } from "../target.js";

type Segment = JSONPathQuery["segments"][number];

/** Where a target leads once operations have moved: to the same place of the operation, at its new path. */
export function retarget(target: string, moves: readonly Move[], document: JsonObject): string {
  const { segments } = jsonpath.compile(target);
  const [root, from, method] = segments.map(nameIn);
  if (root !== "paths" || from === undefined) return target;
  const here = moves.filter((move) => move.from === from);
  const move = here.find((one) => one.method.toLowerCase() === method) ?? ofWholePath(here, document);
  if (!move) return target;
  const rest = segments.slice(2).map((segment, index) => {
    const next = segments[index + 3];
    return renamed(segment, move) ?? target.slice(startOf(segment), next && startOf(next));
  });
  return `$.paths${name(move.to)}${rest.join("")}`;
}

/** What is said of a path, and not of one method, goes along when all of it has gone to one other path. */
function ofWholePath([first, ...others]: readonly Move[], { paths }: JsonObject): Move | undefined {
  if (!first || others.some(({ to }) => to !== first.to)) return undefined;
  return isObject(paths) && first.from in paths ? undefined : first;
}

/** A parameter of the path is known by its place there, when the next version gives it another name. */
function renamed(segment: Segment, { from, to }: Move): string | undefined {
  const before = templateNames(from);
  const after = templateNames(to);
  if (before.length !== after.length) return undefined;
  const index = before.findIndex((one) => isSame(segment, parameter(one, "path")));
  const now = after[index];
  return now === undefined ? undefined : parameter(now, "path");
}

function isSame(segment: Segment, step: string): boolean {
  return String(segment) === String(jsonpath.compile(`$${step}`).segments[0]);
}

function nameIn({ selectors: [selector, ...others] }: Segment): string | undefined {
  return selector instanceof jsonpath.selectors.NameSelector && others.length === 0 ? selector.name : undefined;
}

/** The token of a name comes after its dot. */
function startOf({ token: { input, index } }: Segment): number {
  return input[index - 1] === "." && input[index] !== "." ? index - 1 : index;
}
