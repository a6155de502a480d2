import { isObject, stableJson } from "../json.js";
import type { Operation } from "../operations.js";
import { compareContents, type Placed } from "./contents.js";
import { type Direction, type Finding, inWords } from "./finding.js";
import { bodyIn, type OperationIn, parametersIn, pointerOf, responsesIn } from "./operation-parts.js";
import { compareParameters } from "./parameters.js";
import { below } from "./pointer.js";
import { compareResponses } from "./responses.js";

/** Everything in which an operation differs from what it was, words aside. */
export function compareOperation(base: OperationIn, next: OperationIn): Finding[] {
  const seen = new Set<string>();
  const site = (direction: Direction) => ({ base: base.document, next: next.document, direction, seen });
  return [
    ...compareParameters(site("request"), parametersIn(base), parametersIn(next)),
    ...compareRequestBody(site("request"), bodyIn(base), bodyIn(next)),
    ...compareResponses(site("response"), responsesIn(base), responsesIn(next)),
    ...compareRest(base, next),
  ];
}

type Bodyless = Parameters<typeof compareResponses>[0];

function compareRequestBody(site: Bodyless, base: Placed | undefined, next: Placed | undefined): Finding[] {
  if (!base && !next) return [];
  const where = "body";
  const pointers = [base, next].flatMap((one) => one?.pointer ?? []);
  if (!base || !next) {
    const required = next?.value.required === true;
    const what = base ? "is gone" : required ? "is new and required" : "is new";
    return [{ where, at: pointers, what, breaking: Boolean(base) || required, adds: !base }];
  }
  const [before, after] = [base.value.required === true, next.value.required === true];
  const what = after ? "is required now" : "is optional now";
  const flip = { where, at: pointers.map((pointer) => below(pointer, "required")), what, breaking: after };
  const contents = compareContents({ ...site, root: where, isSuccess: false }, { base, next });
  return [...(before === after ? [] : [flip]), ...contents];
}

/** What is of the operation itself. */
function compareRest(base: OperationIn, next: OperationIn): Finding[] {
  const [was, is] = [base.operation.operation, next.operation.operation];
  const findings: Finding[] = [];
  const say = (keyword: string, what: string, breaking: boolean) => {
    const places = [base.operation, next.operation].map((one) => below(pointerOf(one), keyword));
    findings.push({ where: "operation", at: places, what, breaking });
  };
  if (was.operationId !== is.operationId) {
    say("operationId", `has the id ${inWords(is.operationId)} now, had ${inWords(was.operationId)}`, false);
  }
  if (was.deprecated !== true && is.deprecated === true) say("deprecated", "is deprecated now", false);
  if (was.deprecated === true && is.deprecated !== true) say("deprecated", "is no longer deprecated", false);
  const [before, after] = [serversOf(base.operation), serversOf(next.operation)];
  if (stableJson(before) !== stableJson(after)) {
    // The client sends everything to the server of its region.
    say(
      "servers",
      after.length > 0 ? `has servers of its own now: ${after.join(", ")}` : "has no servers of its own now",
      after.length > 0,
    );
  }
  return findings;
}

function serversOf({ operation, item }: Operation): string[] {
  const servers = operation.servers ?? item.servers;
  return Array.isArray(servers) ? servers.map((server) => String(isObject(server) ? server.url : server)) : [];
}
