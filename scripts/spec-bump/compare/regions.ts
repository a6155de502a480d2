import { serversByRegion } from "../../generate/constants.js";
import { isObject, type JsonObject } from "../json.js";
import type { Finding } from "./finding.js";

export interface RegionChanges {
  readonly added: string[];
  readonly removed: string[];
  /** Regions that are served at another address. The client takes it from the document. */
  readonly findings: Finding[];
}

/** Compares the servers by the regions that the client names them by; by their addresses where they have no such names. */
export function compareRegions(base: JsonObject, next: JsonObject): RegionChanges {
  const [before, after] = named(serversIn(base), serversIn(next));
  const kept = Object.keys(before).filter((region) => Object.hasOwn(after, region));
  return {
    added: Object.keys(after).filter((region) => !Object.hasOwn(before, region)),
    removed: Object.keys(before).filter((region) => !Object.hasOwn(after, region)),
    findings: kept
      .filter((region) => before[region] !== after[region])
      .map((region) => ({
        where: `region ${region}`,
        at: [],
        what: `is served at ${after[region]} now, was ${before[region]}`,
        breaking: false,
        source: "own rule",
      })),
  };
}

type Servers = Readonly<Record<string, string>>;

function named(before: string[], after: string[]): [Servers, Servers] {
  const base = regionsIn(before);
  const next = regionsIn(after);
  if (base && next) return [base, next];
  // One server alone differs in no label; beside the others it does.
  const together = regionsIn([...new Set([...before, ...after])]);
  const nameOf = (url: string) =>
    Object.entries(together ?? {}).find(([, one]) => one === withoutSlash(url))?.[0] ?? url;
  const byName = (urls: string[]) => Object.fromEntries(urls.map((url) => [nameOf(url), withoutSlash(url)]));
  return [byName(before), byName(after)];
}

function regionsIn(urls: string[]): Servers | undefined {
  try {
    return serversByRegion(urls);
  } catch {
    return undefined;
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, "");
}

function serversIn({ servers }: JsonObject): string[] {
  return (Array.isArray(servers) ? servers : []).flatMap((server) =>
    isObject(server) && typeof server.url === "string" ? [server.url] : [],
  );
}
