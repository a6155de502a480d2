import type { Comparison } from "../comparison.js";
import type { NextVersion } from "../semver.js";
import type { Use } from "../usage.js";
import { changeLine, changeSections, refWords } from "./changes.js";
import { breakingFirst, counted, inARow, type Line, line, type Section, type Words } from "./line.js";

/** The facts that the report of a new version is written from. */
export interface Report {
  readonly comparison: Comparison;
  /** `from` is the version of the package as it is. */
  readonly step: NextVersion & { readonly from: string };
  readonly repairs: readonly { readonly name: string; readonly where: string; readonly what: string }[];
  readonly overlay: {
    readonly lost: readonly { readonly target: string; readonly why: string }[];
    readonly retargeted: readonly { readonly target: string; readonly to: string }[];
  };
  /** The calls of a code base that break, where one was named. */
  readonly usage?: readonly Use[];
}

/** The report as it is read, whatever it is printed as. */
export interface Page {
  /** Comes before everything else: where the API key would go. */
  readonly warning: Words | undefined;
  readonly title: Words;
  readonly verdict: string;
  readonly breaks: boolean;
  readonly step: Words;
  readonly sections: readonly Section[];
}

/** Lays out the report. A section with nothing in it is left out, but for the calls where they were asked for. */
export function pageOf({ comparison, step, repairs, overlay, usage }: Report): Page {
  const { from, to, added, removed, moved, general } = comparison;
  const sections = [
    { title: "Regions", lines: regionLines(comparison) },
    { title: "Operations removed", lines: removed.map((one) => line(refWords(one), true)) },
    { title: "Operations moved", lines: moved.map(movedLine) },
    { title: "Operations added", lines: added.map((one) => line(refWords(one))) },
    { title: "In general", lines: breakingFirst(general.map(changeLine)) },
    ...changeSections(comparison),
    { title: "Repairs made", lines: repairLines(repairs) },
    { title: "Overlay", lines: overlayLines(overlay) },
    { title: "Calls that break", lines: usage ? usageLines(usage) : [] },
  ];
  return {
    warning: warningOf(comparison),
    title: ["PolyAI Agents API ", { name: from }, " → ", { name: to }],
    verdict: verdictOf(comparison),
    breaks: comparison.breaking,
    step: stepWords(step),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function warningOf({ destinations }: Comparison): Words | undefined {
  if (destinations.length === 0) return undefined;
  return ["The API key would be sent to another domain: ", ...inARow(destinations)];
}

function verdictOf({ destinations, regions, added, removed, moved, changed, general, breaking }: Comparison): string {
  if (!breaking) {
    const news = [...some(added.length, "operation"), ...some(regions.added.length, "region")];
    return news.length > 0 ? `nothing breaks; new: ${news.join(", ")}` : "nothing breaks";
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

const REASONS = {
  major: "a major step, since callers break",
  minor: "a minor step",
  patch: "a patch",
  none: "no step, since nothing differs but words",
};

function stepWords({ step, from, version }: Report["step"]): Words {
  // Below 1.0 it is the minor number that tells callers of a break.
  const reason = step === "minor" && from.startsWith("0.") ? "a minor step, since callers break" : REASONS[step];
  return ["Package version ", { name: from }, " → ", { name: version }, `: ${reason}`];
}

function regionLines({ regions }: Comparison): Line[] {
  return [
    ...regions.removed.map((name) => line([{ name }, " is gone"], true)),
    ...regions.added.map((name) => line([{ name }, " is new"])),
  ];
}

function movedLine({ method, from, to, operationId }: Comparison["moved"][number]): Line {
  const ref = refWords({ method, path: from, operationId });
  return line(ref, true, [line(["to ", { name: to }])]);
}

/** As many places of one kind of repair as a reader looks at. */
const MOST = 10;

/** One by one, those of a kind together. */
function repairLines(repairs: Report["repairs"]): Line[] {
  const names = [...new Set(repairs.map(({ name }) => name))];
  return names.map((name) => {
    const places = repairs.filter((repair) => repair.name === name);
    const below = places.slice(0, MOST).map(({ where, what }) => line([{ name: where }, `: ${what}`]));
    const more = places.length > MOST ? [line([`and ${places.length - MOST} more`])] : [];
    return line([{ name }, `, at ${counted(places.length, "place")}`], false, [...below, ...more]);
  });
}

function overlayLines({ lost, retargeted }: Report["overlay"]): Line[] {
  return [
    ...lost.map(({ target, why }) => line(["lost: ", { name: target }, `: ${why}`])),
    // Each has followed an operation, and where those are now is told already.
    ...(retargeted.length > 0
      ? [line([`retargeted: ${counted(retargeted.length, "action")} went along with the operations that moved`])]
      : []),
  ];
}

function usageLines(usage: NonNullable<Report["usage"]>): Line[] {
  if (usage.length === 0) return [line(["None was found in the code base."])];
  return usage.map((use) =>
    line([{ name: `${use.file}:${use.line}` }, "  ", { name: use.operation }], true, [line([use.why])]),
  );
}
