import type { Change, ChangedOperation, Comparison } from "../../scripts/spec-bump/comparison.js";

/** A comparison with these differences only. */
export function comparison(parts: Partial<Omit<Comparison, "breaking">> = {}, breaking = false): Comparison {
  return {
    ...{ from: "4.1.3", to: "4.2.0", destinations: [], regions: { added: [], removed: [] } },
    ...{ added: [], removed: [], moved: [], changed: [], general: [] },
    ...parts,
    breaking,
  };
}

/** A change. It is breaking by default. */
export function change(where: string, what: string, rest: Partial<Change> = {}): Change {
  return { where, what, breaking: true, ...rest };
}

/** The changes of an operation such as `GET /v1/outlets`. */
export function changed(name: string, operationId: string | undefined, ...changes: Change[]): ChangedOperation {
  const [method = "", path = ""] = name.split(" ");
  return { operation: { method, path, operationId }, changes };
}
