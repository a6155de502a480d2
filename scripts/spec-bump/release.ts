import { isScalar, parseDocument } from "yaml";
import type { Change, Comparison, OperationRef } from "./comparison.js";
import { nameOf } from "./operations.js";
import { code, escaped } from "./report/markdown.js";
import { afterPlace } from "./sentence.js";

/** What is released: the version of the package, those of the API, and the day as `2026-11-24`. */
export interface Release {
  readonly version: string;
  readonly comparison: Comparison;
  readonly day: string;
  /** Operations in the next document. */
  readonly operations: number;
  /** The ids of those that have a success without a response schema. */
  readonly undescribed: readonly string[];
}

/** CHANGELOG.md with a section for the release, above those of the earlier ones. */
export function changelog(text: string, release: Release): string {
  const first = /^## /m.exec(text)?.index;
  if (first === undefined) return `${text.trimEnd()}\n\n${sectionOf(release)}`;
  return `${text.slice(0, first)}${sectionOf(release)}\n${text.slice(first)}`;
}

function sectionOf({ version, day, comparison }: Release): string {
  const { to, from, destinations, regions, added, removed, moved, changed, general } = comparison;
  const changes = changed.flatMap(({ operation, changes }) => changes.map((change) => ({ operation, ...change })));
  const breaking = changes.filter((change) => change.breaking);
  const harmless = [...changes, ...general].filter((change) => !change.breaking).length;
  const lines = [
    from === to
      ? `The description of API ${escaped(to)} has changed.`
      : `The API moved from ${from} to ${escaped(to)}.`,
    ...destinations.map((origin) => `**Breaking:** the API key is sent to ${code(origin)}.`),
    ...removed.map((operation) => `**Breaking:** ${name(operation)} is gone.`),
    ...moved.map((move) => `**Breaking:** ${code(`${move.method} ${move.from}`)} is at ${code(move.to)} now.`),
    ...regions.removed.map((region) => `**Breaking:** the region ${code(region)} is gone.`),
    ...grouped(breaking.map((change) => [`**Breaking:** ${statement(change)}`, name(change.operation)])),
    ...general.filter((change) => change.breaking).map((change) => `**Breaking:** ${statement(change)}.`),
    ...regions.added.map((region) => `New region ${code(region)}.`),
    ...added.map((operation) => `New: ${name(operation)}.`),
    ...(harmless > 0 ? [smaller(harmless)] : []),
  ];
  return `## ${version} (API ${escaped(to)}, ${day})\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}

function statement(change: Change): string {
  return `${code(change.where)}${escaped(afterPlace(change))}`;
}

/** One line for each statement, with the operations that it holds for. */
function grouped(statements: readonly (readonly [string, string])[]): string[] {
  const operations = new Map<string, string[]>();
  for (const [statement, operation] of statements) {
    operations.set(statement, [...(operations.get(statement) ?? []), operation]);
  }
  return [...operations].map(([statement, names]) => `${statement} in ${[...new Set(names)].join(", ")}.`);
}

function smaller(count: number): string {
  return count === 1 ? "One change that breaks no caller." : `${count} changes that break no caller.`;
}

function name(operation: OperationRef): string {
  return code(nameOf(operation));
}

/** A package.json or a package-lock.json with the version of the release, and otherwise as it was. */
export function withVersion(text: string, version: string): string {
  // JSON is YAML, and of what it reads this parser tells where it stands.
  const manifest = parseDocument(text);
  const places = [["version"], ["packages", "", "version"]].flatMap((path) => {
    const node = manifest.getIn(path, true);
    return isScalar(node) && node.range ? [node.range] : [];
  });
  return places.reduceRight(
    (all, [start, end]) => `${all.slice(0, start)}${JSON.stringify(version)}${all.slice(end)}`,
    text,
  );
}

/** The README with the version of the API, the number of operations, and those without a response schema. */
export function readme(text: string, { comparison: { from, to }, operations, undescribed }: Release): string {
  const list = undescribed.length > 0 ? undescribed.join(", ") : "none";
  return text
    .replaceAll(`API version ${escaped(from)}`, () => `API version ${escaped(to)}`)
    .replace(/\b\d+ operations in all/, `${operations} operations in all`)
    .replace(/(?<=without a response schema [^:]*:)[^.]*(?=\.)/, () => list.replace(/(.{1,100})(?: |$)/g, "\n  $1"));
}
