import { serversByRegion } from "../../generate/constants.js";
import { isObject, type JsonObject } from "../json.js";
import type { Finding } from "./finding.js";

export interface RegionChanges {
  readonly added: string[];
  readonly removed: string[];
  /** Regions with another URL. The client takes the URL from the document, so nothing breaks. */
  readonly findings: Finding[];
}

/** Compares the servers by the names of their regions in the client. */
export function compareRegions(current: JsonObject, next: JsonObject): RegionChanges {
  const [before, after] = [regionsIn(current), regionsIn(next)];
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

function regionsIn({ servers }: JsonObject): Record<string, string> {
  const all = Array.isArray(servers) ? servers.filter(isObject) : [];
  return serversByRegion(all.map(({ url }) => String(url)));
}
