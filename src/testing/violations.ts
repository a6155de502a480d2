import { createRedact } from "../transport/redact.js";
import type { Row } from "./routes.js";

/** One way in which an exchange departs from the document. */
export interface Violation {
  /** Where: `body.phoneNumbers[2]`, `query.environment`, `header.x`, `path`, `request` as a whole, or `response.body…`. */
  readonly location: string;
  /** The rule that is broken, a JSON Schema keyword mostly: `required`, `type`, `additionalProperties`. */
  readonly rule: string;
  readonly message: string;
  /** The value that was sent there, where there is one. */
  readonly sent?: unknown;
}

/** A request, or the mock's answer to it, that departs from the document. Holds no key. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";

  constructor(
    /** Method and path template, or the path as it was sent when the document has none like it. */
    readonly operation: string,
    readonly violations: readonly Violation[],
  ) {
    const told = violations.slice(0, TOLD).map(sentence);
    const more = violations.length - told.length;
    super(`${operation} departs from the document: ${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}`);
  }
}

/** How many violations the message tells; `violations` has all. */
const TOLD = 10;

function sentence({ location, message, sent }: Violation): string {
  return `${location} ${message}${sent === undefined ? "" : `, sent ${JSON.stringify(sent)?.slice(0, 100)}`}`;
}

/** An entry of Prism's header `sl-violations`. */
interface Entry {
  readonly location: readonly (string | number)[];
  readonly code: string | number;
  readonly message: string;
}

/** What was sent, as far as it can depart from the document. */
export interface Sent {
  readonly query: URLSearchParams;
  /** The body as JSON text. */
  readonly body: string | undefined;
}

/** What Prism found in an exchange; of a report that it cut off, what is whole. */
export async function prismViolations(response: Response, request: Sent): Promise<Violation[]> {
  const { entries, cut } = await reported(response);
  const violations = entries.map(({ location: [side = "request", ...place], code, message }) => {
    const location = (side === "response" ? "response." : "") + (format(place) || "request");
    const sent = side === "request" ? sentAt(request, place) : undefined;
    return { location, rule: String(code), message: wording(message), ...(sent !== undefined && { sent }) };
  });
  const more = { location: "body", rule: "more", message: "has more violations than Prism reports" };
  return cut ? [...violations, more] : violations;
}

/** A violation without the key, which may have been put where it does not belong, such as the query. */
export function withoutKey(violation: Violation, key: string): Violation {
  const { text, json } = createRedact([key]);
  const { location, rule, message, sent } = violation;
  const safe = { location: text(location), rule: text(rule), message: text(message) };
  // A copy, since what was sent may be the caller's own.
  return sent === undefined ? safe : { ...safe, sent: json(structuredClone(sent)) };
}

/** Query parameters that the document does not have, which Prism lets pass. */
export function unknownQuery({ query }: Row, search: URLSearchParams): Violation[] {
  return [...new Set(search.keys())]
    .filter((name) => !query.includes(name))
    .map((name) => ({
      location: `query.${name}`,
      rule: "additionalProperties",
      message: query.length > 0 ? `is not a parameter (there is ${query.join(", ")})` : "is not a parameter",
      sent: search.get(name) ?? undefined,
    }));
}

/** Prism reports in a header, but in the body of a problem where the document has no status for a bad request. */
async function reported(response: Response): Promise<{ entries: readonly Entry[]; cut: boolean }> {
  const header = response.headers.get("sl-violations");
  if (header !== null) return parse(header);
  if (response.headers.get("content-type") !== "application/problem+json") return { entries: [], cut: false };
  // An answer that a test has made up may say so, too, and hold anything.
  const { validation = [] }: { validation?: Entry[] } = await response
    .clone()
    .json()
    .catch(() => ({}));
  // There, a place is told without the side that it is on.
  return { entries: validation.map((entry) => ({ ...entry, location: ["request", ...entry.location] })), cut: false };
}

function parse(header: string): { entries: readonly Entry[]; cut: boolean } {
  const cut = !header.startsWith("[");
  const list = cut ? header.slice(header.indexOf("[")) : header;
  for (let end = list.length; end > 0; end = list.lastIndexOf("}", end - 1)) {
    try {
      return { entries: JSON.parse(end === list.length ? list : `${list.slice(0, end + 1)}]`), cut };
    } catch {
      // The last entry is cut off: try without it.
    }
  }
  return { entries: [], cut };
}

/** Prism says "Request body property a.0 must be string"; the location says where already. */
function wording(message: string): string {
  return message
    .replace(/^(?:Request|Response) (?:body|query|header|path)(?: (?:property|parameter) \S+)? /i, "")
    .replace("Body parameter is", "body is")
    .replace("; found", ", found");
}

function format(place: readonly (string | number)[]): string {
  return place.map((part, i) => (/^\d+$/.test(String(part)) ? `[${part}]` : (i > 0 ? "." : "") + part)).join("");
}

function sentAt({ query, body }: Sent, [part, ...place]: readonly (string | number)[]): unknown {
  if (part === "body") return valueAt(body, place);
  // Prism writes the names of query parameters in lower case.
  const name = String(place[0]).toLowerCase();
  return part === "query" ? [...query].find(([key]) => key.toLowerCase() === name)?.[1] : undefined;
}

function valueAt(body: string | undefined, place: readonly (string | number)[]): unknown {
  try {
    // biome-ignore lint/suspicious/noExplicitAny: any JSON
    return place.reduce<any>((value, part) => value?.[part], JSON.parse(body ?? ""));
  } catch {
    return undefined;
  }
}
