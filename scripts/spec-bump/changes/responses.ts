import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import { compareContents, type Placed } from "./contents.js";
import type { Finding } from "./finding.js";
import { withoutWords } from "./schema-view.js";
import type { Site } from "./site.js";

/** Responses by status. */
export type Responses = ReadonlyMap<string, Placed>;

/** Compares the responses of an operation. The success that has changed its status is compared as one. */
export function compareResponses(site: Omit<Site, "root">, base: Responses, next: Responses): Finding[] {
  const gone = [...base.keys()].filter((status) => !next.has(status));
  const come = [...next.keys()].filter((status) => !base.has(status));
  const renamed = renamedSuccess(gone, come);
  return [
    ...[...base].flatMap(([status, response]) => {
      const to = renamed?.from === status ? renamed.to : status;
      const other = next.get(to);
      const both = { base: response, next: other as Placed };
      const root = `response ${to}`;
      return other ? compareContents({ ...site, root, isSuccess: isSuccess(to) }, both) : [];
    }),
    ...(renamed ? [statusChange(renamed, [base.get(renamed.from), next.get(renamed.to)])] : []),
    ...gone.filter((status) => status !== renamed?.from).map((status) => goneResponse(status, base.get(status))),
    ...come.filter((status) => status !== renamed?.to).map((status) => newResponse(status, base, next.get(status))),
  ];
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function renamedSuccess(gone: string[], come: string[]): Renamed | undefined {
  const [from, ...otherFrom] = gone.filter(isSuccess);
  const [to, ...otherTo] = come.filter(isSuccess);
  return from !== undefined && to !== undefined && otherFrom.length + otherTo.length === 0 ? { from, to } : undefined;
}

function statusChange({ from, to }: Renamed, placed: (Placed | undefined)[]): Finding {
  const at = placed.flatMap((one) => one?.pointer ?? []);
  return { where: `response ${from}`, at, what: `has become ${to}`, breaking: true };
}

function goneResponse(status: string, placed: Placed | undefined): Finding {
  const where = `response ${status}`;
  return { where, at: placed ? [placed.pointer] : [], what: "is no longer documented", breaking: isSuccess(status) };
}

/** Another success makes `data` of either type, unless it holds what one that there was holds. Errors are never typed. */
function newResponse(status: string, base: Responses, placed: Placed | undefined): Finding {
  const successes = [...base].filter(([known]) => isSuccess(known)).map(([, response]) => contentText(response));
  const breaking =
    isSuccess(status) && successes.length > 0 && placed !== undefined && !successes.includes(contentText(placed));
  const at = placed ? [placed.pointer] : [];
  const what = breaking ? "is new, a success that holds something else" : "is new";
  return { where: `response ${status}`, at, what, breaking, adds: !breaking };
}

function contentText({ value }: Placed): string {
  const content: Json | undefined = value.content;
  const schemas: JsonObject = {};
  for (const [type, media] of isObject(content) ? Object.entries(content) : []) {
    schemas[type] = isObject(media) ? withoutWords(media.schema ?? {}) : {};
  }
  return stableJson(schemas);
}
