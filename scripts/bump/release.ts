import type { Comparison, OperationRef } from "./comparison.js";

/** What is released: the versions of the package and of the API, and the day as `2026-11-24`. */
export interface Release {
  readonly from: string;
  readonly version: string;
  readonly comparison: Comparison;
  readonly day: string;
  /** Operations in the next document. */
  readonly operations: number;
}

/** CHANGELOG.md with a section for the release, above those of the earlier ones. */
export function changelog(text: string, release: Release): string {
  const first = /^## /m.exec(text)?.index ?? text.length;
  return `${text.slice(0, first)}${sectionOf(release)}\n${text.slice(first)}`;
}

function sectionOf({ version, day, comparison }: Release): string {
  const { to, from, regions, added, removed, moved, changed, general } = comparison;
  const changes = changed.flatMap(({ operation, changes }) => changes.map((change) => ({ operation, ...change })));
  const breaking = changes.filter((change) => change.breaking);
  const lines = [
    `The API moved from ${from} to ${to}.`,
    ...removed.map((operation) => `**Breaking:** ${name(operation)} is gone.`),
    ...moved.map((move) => `**Breaking:** ${code(`${move.method} ${move.from}`)} is at ${code(move.to)} now.`),
    ...regions.removed.map((region) => `**Breaking:** the region ${code(region)} is gone.`),
    ...grouped(
      breaking.map((change) => [`**Breaking:** ${code(change.where)} ${change.what}`, name(change.operation)]),
    ),
    ...general.filter((change) => change.breaking).map(({ where, what }) => `**Breaking:** ${code(where)} ${what}.`),
    ...regions.added.map((region) => `New region ${code(region)}.`),
    ...added.map((operation) => `New: ${name(operation)}.`),
    ...(changes.length > breaking.length ? [smaller(changes.length - breaking.length)] : []),
  ];
  return `## ${version} (API ${to}, ${day})\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
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

function name({ method, path }: OperationRef): string {
  return code(`${method} ${path}`);
}

/** As code in Markdown, on one line, whatever a document has put in a name. */
function code(text: string): string {
  return `\`${text.replace(/[`\s\p{C}]+/gu, " ").trim()}\``;
}

/** A package.json or a package-lock.json with the version of the release. */
export function withVersion(text: string, version: string): string {
  const manifest = JSON.parse(text);
  manifest.version = version;
  if (manifest.packages?.[""]) manifest.packages[""].version = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The README with the version of the API and the number of its operations, where it states them. */
export function readme(text: string, { comparison, operations }: Release): string {
  return text
    .replaceAll(`API version ${comparison.from}`, `API version ${comparison.to}`)
    .replace(/\b\d+ operations in all/, `${operations} operations in all`);
}
