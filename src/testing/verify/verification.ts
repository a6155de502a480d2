import { columns } from "../columns.js";

/** A difference between the API and the OpenAPI document, at one place in the responses of one operation. */
export interface Difference {
  /** Method and path template. */
  readonly operation: string;
  /** The status of the response; null if there was no response. */
  readonly status: number | null;
  /** Where: `body.deployments[].version` (`[]` any item, `.*` any key of a map), `status`, `header.content-type`. */
  readonly location: string;
  /** The rule that failed: a JSON Schema keyword, or `status`, `redirect`, `empty`, `json`, `contentType`, `answer`. */
  readonly rule: string;
  readonly message: string;
  /** How often this difference was found. */
  readonly count: number;
}

/** The result of {@link verifyLive}. */
export interface LiveVerification {
  /** Every difference from the OpenAPI document, once for each place; empty if there is none. */
  readonly differences: readonly Difference[];
  /** The operations that were called, with the number of calls and the statuses of the responses. */
  readonly checked: readonly {
    readonly operation: string;
    readonly calls: number;
    readonly statuses: readonly number[];
  }[];
  /** The operations that only read and were not called, and why. */
  readonly skipped: readonly { readonly operation: string; readonly reason: string }[];
}

/** Formats the result as text: the differences, the checked and the skipped operations, and a line with the counts. */
export function formatVerification({ differences, checked, skipped }: LiveVerification): string {
  const rows = differences.map(({ operation, status, location, rule, count, message }) =>
    [operation, status ?? "-", location, rule, count, message].map(String),
  );
  const table =
    rows.length > 0 ? columns([["operation", "status", "location", "rule", "count", "message"], ...rows]) : [];
  const statuses = checked.map(({ operation, calls, statuses }) => [operation, `${calls}`, statuses.join(", ") || "-"]);
  const skips = skipped.map(({ operation, reason }) => [operation, reason]);
  const counts = `${plural(differences.length, "difference")}, ${checked.length} of ${checked.length + skipped.length} read-only operations checked`;
  const blocks = [
    table,
    checked.length > 0 ? columns([["checked", "calls", "statuses"], ...statuses]) : [],
    skipped.length > 0 ? columns([["skipped", "reason"], ...skips]) : [],
    [counts],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

function plural(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
