import type { LiveAnswer } from "./exchange.js";
import type { Finding } from "./judge.js";
import type { Departure, LiveVerification } from "./report.js";

/** Collects the differences: one row for each place, with a count. */
export class Tally {
  readonly #departures = new Map<string, Departure>();
  readonly #checked = new Map<string, { calls: number; statuses: Set<number> }>();
  readonly #skipped: { operation: string; reason: string }[] = [];

  answered(operation: string, { status }: LiveAnswer, findings: readonly Finding[]): void {
    const checked = this.#checked.get(operation) ?? { calls: 0, statuses: new Set() };
    checked.calls += 1;
    if (status !== null) checked.statuses.add(status);
    this.#checked.set(operation, checked);
    for (const { location, rule, message } of findings) {
      const id = JSON.stringify([operation, status, location, rule]);
      const before = this.#departures.get(id) ?? {
        operation,
        status,
        location,
        rule,
        message,
        count: 0,
      };
      this.#departures.set(id, { ...before, count: before.count + 1 });
    }
  }

  skipped(operation: string, reason: string): void {
    this.#skipped.push({ operation, reason });
  }

  result(): LiveVerification {
    const departures = folded([...this.#departures.values()]);
    const rows = [...this.#checked].map(([operation, { calls, statuses }]) => ({
      operation,
      calls,
      statuses: [...statuses].sort((a, b) => a - b),
    }));
    // A documented error status is no difference, but the operation's success response was not checked either.
    const departs = (operation: string) => departures.some((departure) => departure.operation === operation);
    const useful = rows.filter(({ operation, statuses }) => departs(operation) || statuses.some((one) => one < 300));
    const refused = rows
      .filter((row) => !useful.includes(row))
      .map(({ operation, statuses }) => ({ operation, reason: `the only status was ${statuses.join(", ")}` }));
    return { departures, checked: useful, skipped: [...this.#skipped, ...refused] };
  }
}

/** If an object has more undocumented properties than this, treat it as a map: one row for all of them. */
const MAP = 10;
const LAST_NAME = /(?:\.[^.[\]]+|\["(?:[^"\\]|\\.)*"\])$/;

/** An id that is the same for all undocumented properties of one object. */
function mapOf({ operation, status, location, rule }: Departure): string | undefined {
  return rule === "additionalProperties" ? [operation, status, location.replace(LAST_NAME, ".*")].join(" ") : undefined;
}

function folded(departures: readonly Departure[]): Departure[] {
  return departures.flatMap((departure) => {
    const map = mapOf(departure);
    const group = map === undefined ? [] : departures.filter((other) => mapOf(other) === map);
    if (group.length <= MAP) return [departure];
    if (group[0] !== departure) return [];
    const count = group.reduce((sum, one) => sum + one.count, 0);
    const message = `${group.length} properties are not documented`;
    return [{ ...departure, location: departure.location.replace(LAST_NAME, ".*"), message, count }];
  });
}
