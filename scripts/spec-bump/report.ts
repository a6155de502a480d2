import type { Comparison } from "./comparison.js";
import type { Repair } from "./repair.js";
import { changeItems } from "./report/changes.js";
import { breakingFirst, changeText, counted, item, operationText } from "./report/lines.js";
import { MARKDOWN, type Style, TEXT } from "./report/style.js";
import type { NextVersion } from "./semver.js";
import type { Use } from "./usage.js";

export interface Report {
  readonly comparison: Comparison;
  /** `from` is the current version of the package. */
  readonly step: NextVersion & { readonly from: string };
  readonly repairs: readonly Repair[];
  /** Targets of the overlay actions that match nothing any more. */
  readonly removedActions: readonly string[];
  /** The calls of a code base that break; undefined if none was named. */
  readonly usage: readonly Use[] | undefined;
}

/** GitHub takes 65,536 characters as the text of a pull request. */
const MOST_CHARACTERS = 60_000;
/** A reader looks at a few places of each kind of repair. */
const MOST_PLACES = 5;

/** The report for a terminal. */
export function toText(report: Report): string {
  return linesOf(report, TEXT).join("\n");
}

/**
 * The report for a pull request: at most 60,000 characters. Text from the documents makes no markup and mentions no
 * one.
 */
export function toMarkdown(report: Report): string {
  const lines = linesOf(report, MARKDOWN);
  const lengthOf = (some: readonly string[]) => some.join("\n").length + 1;
  if (lengthOf(lines) <= MOST_CHARACTERS) return `${lines.join("\n")}\n`;
  const remark = (count: number) => ["", `And ${count} more lines: run the command to see them all.`];
  let end = 0;
  for (let left = MOST_CHARACTERS - lengthOf(remark(lines.length)); left >= 0; end += 1)
    left -= lengthOf(lines.slice(end, end + 1));
  const shown = lines.slice(0, end - 1);
  return `${[...shown, ...remark(lines.length - shown.length)].join("\n")}\n`;
}

function linesOf(report: Report, style: Style): string[] {
  const { comparison, step } = report;
  const { from, to, destinations, breaking } = comparison;
  const warning = `The API key would be sent to another domain: ${destinations.map(style.name).join(", ")}`;
  const paragraphs = [
    ...(destinations.length > 0 ? [`**${warning}**`] : []),
    `## PolyAI Agents API ${style.name(from)} → ${style.name(to)}`,
    `**${verdictOf(comparison)}**`,
    `Package version ${style.name(step.from)} → ${style.name(step.version)}: ${step.reason}`,
    ...(breaking ? ["A line marked ❌ breaks callers."] : []),
  ];
  const sections = sectionsOf(report, style).filter(([, items]) => items.length > 0);
  const texts = sections.flatMap(([title, items]) => [`### ${title}`, items.join("\n")]);
  return [...paragraphs, ...texts].join("\n\n").split("\n");
}

function sectionsOf({ comparison, repairs, removedActions, usage }: Report, style: Style): [string, string[]][] {
  const { regions, added, removed, moved, changed, general } = comparison;
  const { name } = style;
  const { shared, single } = changeItems(changed, style);
  return [
    [
      "Regions",
      [
        ...regions.removed.map((region) => item(`${name(region)} is gone`, true)),
        ...regions.added.map((region) => item(`${name(region)} is new`)),
      ],
    ],
    ["Operations removed", removed.map((one) => item(operationText(one, style), true))],
    [
      "Operations moved",
      moved.map((one) => item(`${operationText({ ...one, path: one.from }, style)} to ${name(one.to)}`, true)),
    ],
    ["Operations added", added.map((one) => item(operationText(one, style)))],
    ["In general", breakingFirst(general.map((change) => item(changeText(change, style), change.breaking)))],
    ["Changed in several operations", shared],
    ["Changed in one operation", single],
    ["Repairs", repairItems(repairs, style)],
    ["Overlay actions removed, because their target is gone", removedActions.map((target) => item(name(target)))],
    ["Calls that break", usage ? usageItems(usage, style) : []],
  ];
}

function verdictOf({ destinations, regions, added, removed, moved, changed, general, breaking }: Comparison): string {
  if (!breaking) {
    const news = [...some(added.length, "operation"), ...some(regions.added.length, "region")];
    return news.length > 0 ? `Nothing breaks. New: ${news.join(", ")}` : "Nothing breaks";
  }
  const isMoved = (method: string, path: string) => moved.some((one) => one.method === method && one.to === path);
  const inPlace = changed.filter(
    ({ operation, changes }) => !isMoved(operation.method, operation.path) && changes.some((one) => one.breaking),
  );
  const broken = [
    ...some(destinations.length, "new API key destination"),
    ...some(removed.length + moved.length + inPlace.length, "operation"),
    ...some(regions.removed.length, "region"),
    ...some(general.filter((change) => change.breaking).length, "general change"),
  ];
  return `BREAKING: ${broken.join(", ")}`;
}

function some(count: number, noun: string): string[] {
  return count > 0 ? [counted(count, noun)] : [];
}

function repairItems(repairs: readonly Repair[], { name, words }: Style): string[] {
  const kinds = [...new Set(repairs.map((repair) => repair.name))];
  return kinds.map((kind) => {
    const places = repairs.filter((repair) => repair.name === kind);
    const shown = places.slice(0, MOST_PLACES).map(({ where, what }) => item(`${name(where)}: ${words(what)}`));
    const more = places.length > MOST_PLACES ? [item(`and ${places.length - MOST_PLACES} more`)] : [];
    return item(`${name(kind)}, in ${counted(places.length, "place")}`, false, [...shown, ...more]);
  });
}

function usageItems(usage: readonly Use[], { name, words }: Style): string[] {
  if (usage.length === 0) return [item("None was found in the code base.")];
  return usage.map((use) => item(`${name(`${use.file}:${use.line}`)} ${name(use.operation)} ${words(use.why)}`, true));
}
