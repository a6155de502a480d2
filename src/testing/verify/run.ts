import { createRedact } from "../../transport/redact.js";
import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../document.js";
import { type Connection, exchange, type LiveAnswer } from "./exchange.js";
import { Found, type Values } from "./found.js";
import { createJudge, type Judge } from "./judge.js";
import { type Clock, createPace } from "./pace.js";
import { type PlannedCall, plan, type Task, tasksOf, urlOf } from "./plan.js";
import type { LiveVerification } from "./report.js";
import { Tally } from "./tally.js";

/** What a run goes by: the options, checked. */
export interface RunSettings extends Connection {
  readonly baseUrl: string;
  /** The parameters that are given, by name: where the run starts. */
  readonly given: Values;
  readonly requestsPerSecond: number;
}

/** Why nothing could be verified. The message is one line, without the key. */
export class VerifyLiveError extends Error {
  override readonly name = "VerifyLiveError";
}

/** Calls every operation that only reads, and holds each answer against the document. */
export async function run(document: OpenApiDocument, settings: RunSettings, clock: Clock): Promise<LiveVerification> {
  const verification = new Run(
    document,
    settings,
    clock,
    await createJudge(document, createRedact([settings.apiKey]).text),
  );
  for (const task of tasksOf(verification.operations)) await verification.do(task);
  return verification.tally.result();
}

class Run {
  readonly operations: readonly DocumentOperation[];
  readonly tally: Tally;
  readonly #found: Found;
  readonly #pace: () => Promise<void>;
  #calls = 0;

  constructor(
    private readonly document: OpenApiDocument,
    private readonly settings: RunSettings,
    clock: Clock,
    private readonly judge: Judge,
  ) {
    this.operations = operationsOf(document);
    this.tally = new Tally();
    this.#found = new Found(document, this.operations);
    this.#pace = createPace(settings.requestsPerSecond, clock, settings.signal);
  }

  async do(task: Task): Promise<void> {
    const { operation, optional } = task;
    const calls = plan(task, this.settings.given, this.#found, this.document);
    if (typeof calls === "string") {
      if (!optional) this.tally.skipped(nameOf(operation), `no ${calls} was found${this.#where(calls)}`);
      return;
    }
    for (const call of calls) {
      // A server that does not answer is not asked the same again.
      if ((await this.#call(operation, call)) === null) return;
    }
  }

  async #call(operation: DocumentOperation, call: PlannedCall): Promise<number | null> {
    const { settings } = this;
    await this.#pace().catch((error) => {
      throw settings.signal?.aborted ? settings.signal.reason : error;
    });
    const url = urlOf(settings.baseUrl, operation.path, call);
    const answer = await exchange({ method: operation.method, url, body: call.body }, settings);
    this.#calls += 1;
    if (this.#calls === 1) refuseUseless(answer, settings.baseUrl);
    const { findings, data, schema } = this.judge(operation, answer);
    this.tally.answered(nameOf(operation), answer, findings);
    const { status } = answer;
    if (status !== null && status >= 200 && status < 300) {
      this.#found.learn({ operation, values: call.path, data, schema });
      this.#refuseUnknown(operation);
    }
    return status;
  }

  /** The given id has to be in the list that it is picked from, where that list has been read. */
  #refuseUnknown(operation: DocumentOperation): void {
    for (const [name, value] of Object.entries(this.settings.given)) {
      if (!this.#found.collectionsOf(name).includes(operation)) continue;
      const there = this.#found.candidates({ name }, {});
      if (there.length === 0 || there.includes(value)) continue;
      throw new VerifyLiveError(`${name} ${JSON.stringify(value)} is not in the response of ${nameOf(operation)}`);
    }
  }

  #where(name: string): string {
    const lists = this.#found.collectionsOf(name).map(nameOf);
    return lists.length > 0 ? ` in the response of ${lists.join(" or ")}` : "";
  }
}

function nameOf({ method, path }: DocumentOperation): string {
  return `${method} ${path}`;
}

/** The first answer tells whether there is an API at all, and whether it takes the key. */
function refuseUseless({ status, failure }: LiveAnswer, baseUrl: string): void {
  const { origin } = new URL(baseUrl);
  if (status === null) throw new VerifyLiveError(`${origin} did not respond: ${failure}`);
  if (status === 401 || status === 403) {
    throw new VerifyLiveError(
      `${origin} rejected the API key (${status}): a key works only in the region of its workspace`,
    );
  }
}
