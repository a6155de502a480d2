import type { Finding } from "./check-response.js";
import type { LiveAnswer } from "./exchange.js";
import type { Difference, LiveVerification } from "./verification.js";

/** Collects the differences: one row for each place, with a count. */
export class Tally {
  readonly #differences = new Map<string, Difference>();
  readonly #checked = new Map<string, { calls: number; statuses: Set<number> }>();
  readonly #skipped: { operation: string; reason: string }[] = [];

  answered(operation: string, { status }: LiveAnswer, findings: readonly Finding[]): void {
    const checked = this.#checked.get(operation) ?? { calls: 0, statuses: new Set() };
    checked.calls += 1;
    if (status !== null) checked.statuses.add(status);
    this.#checked.set(operation, checked);
    for (const { location, rule, message } of findings) {
      const id = JSON.stringify([operation, status, location, rule]);
      const before = this.#differences.get(id) ?? {
        operation,
        status,
        location,
        rule,
        message,
        count: 0,
      };
      this.#differences.set(id, { ...before, count: before.count + 1 });
    }
  }

  skipped(operation: string, reason: string): void {
    this.#skipped.push({ operation, reason });
  }

  result(): LiveVerification {
    const differences = folded([...this.#differences.values()]);
    const rows = [...this.#checked].map(([operation, { calls, statuses }]) => ({
      operation,
      calls,
      statuses: [...statuses].sort((a, b) => a - b),
    }));
    // A documented error status is no difference, but the operation's success response was not checked either.
    const differs = (operation: string) => differences.some((difference) => difference.operation === operation);
    const useful = rows.filter(({ operation, statuses }) => differs(operation) || statuses.some((one) => one < 300));
    const refused = rows
      .filter((row) => !useful.includes(row))
      .map(({ operation, statuses }) => ({ operation, reason: `the only status was ${statuses.join(", ")}` }));
    return { differences, checked: useful, skipped: [...this.#skipped, ...refused] };
  }
}

/** If an object has more undocumented properties than this, treat it as a map: one row for all of them. */
const MAP = 10;
const LAST_NAME = /(?:\.[^.[\]]+|\["(?:[^"\\]|\\.)*"\])$/;

/** An id that is the same for all undocumented properties of one object. */
function mapOf({ operation, status, location, rule }: Difference): string | undefined {
  return rule === "additionalProperties" ? [operation, status, location.replace(LAST_NAME, ".*")].join(" ") : undefined;
}

function folded(differences: readonly Difference[]): Difference[] {
  return differences.flatMap((difference) => {
    const map = mapOf(difference);
    const group = map === undefined ? [] : differences.filter((other) => mapOf(other) === map);
    if (group.length <= MAP) return [difference];
    if (group[0] !== difference) return [];
    const count = group.reduce((sum, one) => sum + one.count, 0);
    const message = `${group.length} properties are not documented`;
    return [{ ...difference, location: difference.location.replace(LAST_NAME, ".*"), message, count }];
  });
}
