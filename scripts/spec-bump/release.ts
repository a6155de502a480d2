import { isScalar, parseDocument } from "yaml";
import type { Comparison } from "./comparison.js";
import { nameOf } from "./document-operations.js";
import { changesWithOperations } from "./report/changes.js";
import { changeText } from "./report/lines.js";
import { MARKDOWN } from "./report/style.js";

const { name, words } = MARKDOWN;

/** A release. `version` is that of the package, and `day` is a date as `2026-11-24`. */
export interface Release {
  readonly version: string;
  readonly comparison: Comparison;
  readonly day: string;
  /** Number of operations in the next document. */
  readonly operations: number;
  /** Ids of the operations that have a success without a response schema. */
  readonly withoutSchema: readonly string[];
}

/** CHANGELOG.md with a section for the release, above the earlier ones. */
export function changelog(text: string, release: Release): string {
  const first = /^## /m.exec(text)?.index;
  if (first === undefined) return `${text.trimEnd()}\n\n${sectionOf(release)}`;
  return `${text.slice(0, first)}${sectionOf(release)}\n${text.slice(first)}`;
}

function sectionOf({ version, day, comparison }: Release): string {
  const { to, from, destinations, regions, added, removed, moved, changed, general } = comparison;
  const changes = [...changed.flatMap((one) => one.changes), ...general];
  const harmless = changes.filter((change) => !change.breaking).length;
  const breaking = [
    ...destinations.map((origin) => `the API key is sent to ${name(origin)}`),
    ...removed.map((operation) => `${name(nameOf(operation))} is gone`),
    ...moved.map((move) => `${name(`${move.method} ${move.from}`)} is at ${name(move.to)} now`),
    ...regions.removed.map((region) => `the region ${name(region)} is gone`),
    ...changesWithOperations(changed)
      .filter(({ change }) => change.breaking)
      .map(({ change, operations }) => {
        return `${changeText(change, MARKDOWN)} in ${operations.map((one) => name(nameOf(one))).join(", ")}`;
      }),
    ...general.filter((change) => change.breaking).map((change) => changeText(change, MARKDOWN)),
  ];
  const lines = [
    from === to ? `The description of API ${words(to)} has changed.` : `The API moved from ${from} to ${words(to)}.`,
    ...breaking.map((text) => `**Breaking:** ${text}.`),
    ...regions.added.map((region) => `New region ${name(region)}.`),
    ...added.map((operation) => `New: ${name(nameOf(operation))}.`),
    ...(harmless > 0 ? [`Other changes, which break no caller: ${harmless}.`] : []),
  ];
  return `## ${version} (API ${words(to)}, ${day})\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}

/** A package.json or package-lock.json with the version of the release. The rest of the text stays. */
export function withVersion(text: string, version: string): string {
  // JSON is YAML, and this parser knows the position of each value.
  const manifest = parseDocument(text);
  const ranges = [["version"], ["packages", "", "version"]].flatMap((path) => {
    const node = manifest.getIn(path, true);
    return isScalar(node) && node.range ? [node.range] : [];
  });
  return ranges.reduceRight(
    (all, [start, end]) => `${all.slice(0, start)}${JSON.stringify(version)}${all.slice(end)}`,
    text,
  );
}

/** The README with the version of the API, the number of operations, and those without a response schema. */
export function readme(text: string, { comparison: { from, to }, operations, withoutSchema }: Release): string {
  const list = withoutSchema.length > 0 ? withoutSchema.join(", ") : "none";
  return text
    .replaceAll(`API version ${words(from)}`, () => `API version ${words(to)}`)
    .replace(/\b\d+ operations in all/, `${operations} operations in all`)
    .replace(/(?<=without a response schema [^:]*:)[^.]*(?=\.)/, () => list.replace(/(.{1,100})(?: |$)/g, "\n  $1"));
}
