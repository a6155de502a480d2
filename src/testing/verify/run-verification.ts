import { createRedact } from "../../transport/redact.js";
import type { OpenApiDocument } from "../document.js";
import { type ResolvedOperation, resolvedOperations } from "../resolved-operations.js";
import { type CheckResponse, createCheckResponse } from "./check-response.js";
import { type Connection, exchange, type LiveAnswer } from "./exchange.js";
import { KnownValues, type Values } from "./known-values.js";
import { type Clock, createPace } from "./pace.js";
import { type PlannedCall, plan, type Task, tasksOf, urlOf } from "./plan.js";
import { Tally } from "./tally.js";
import type { LiveVerification } from "./verification.js";

/** The checked options of a run. */
export interface RunSettings extends Connection {
  readonly baseUrl: string;
  /** The path parameters that the run starts from, such as `agentId`. */
  readonly given: Values;
  readonly requestsPerSecond: number;
}

/** Thrown if the check could not run. The message is one line, without the key. */
export class VerifyLiveError extends Error {
  override readonly name = "VerifyLiveError";
}

/** Calls every operation that only reads, and validates each response. */
export async function run(document: OpenApiDocument, settings: RunSettings, clock: Clock): Promise<LiveVerification> {
  const verification = new Run(
    document,
    settings,
    clock,
    await createCheckResponse(document, createRedact([settings.apiKey]).text),
  );
  for (const task of tasksOf(verification.operations)) await verification.do(task);
  return verification.tally.result();
}

class Run {
  readonly operations: readonly ResolvedOperation[];
  readonly tally: Tally;
  readonly #known: KnownValues;
  readonly #pace: () => Promise<void>;
  #calls = 0;

  constructor(
    private readonly document: OpenApiDocument,
    private readonly settings: RunSettings,
    clock: Clock,
    private readonly checkResponse: CheckResponse,
  ) {
    this.operations = resolvedOperations(document);
    this.tally = new Tally();
    this.#known = new KnownValues(document, this.operations);
    this.#pace = createPace(settings.requestsPerSecond, clock, settings.signal);
  }

  async do(task: Task): Promise<void> {
    const { operation, optional } = task;
    const calls = plan(task, this.settings.given, this.#known, this.document);
    if (typeof calls === "string") {
      if (!optional) this.tally.skipped(operationName(operation), `no ${calls} was found${this.#where(calls)}`);
      return;
    }
    for (const call of calls) {
      // If the server does not respond, skip the other calls of this operation.
      if ((await this.#call(operation, call)) === null) return;
    }
  }

  async #call(operation: ResolvedOperation, call: PlannedCall): Promise<number | null> {
    const { settings } = this;
    await this.#pace().catch((error) => {
      throw settings.signal?.aborted ? settings.signal.reason : error;
    });
    const url = urlOf(settings.baseUrl, operation.path, call);
    const answer = await exchange({ method: operation.method, url, body: call.body }, settings);
    this.#calls += 1;
    if (this.#calls === 1) checkFirstResponse(answer, settings.baseUrl);
    const { findings, data, schema } = this.checkResponse(operation, answer);
    this.tally.answered(operationName(operation), answer, findings);
    const { status } = answer;
    if (status !== null && status >= 200 && status < 300) {
      this.#known.learn({ operation, values: call.path, data, schema });
      this.#checkGivenIds(operation);
    }
    return status;
  }

  /** Throws if the list of all agents does not contain the given agent. */
  #checkGivenIds(operation: ResolvedOperation): void {
    for (const [name, value] of Object.entries(this.settings.given)) {
      if (!this.#known.collectionsOf(name).includes(operation)) continue;
      const listed = this.#known.candidates({ name }, {});
      if (listed.length === 0 || listed.includes(value)) continue;
      throw new VerifyLiveError(
        `${name} ${JSON.stringify(value)} is not in the response of ${operationName(operation)}`,
      );
    }
  }

  #where(name: string): string {
    const lists = this.#known.collectionsOf(name).map(operationName);
    return lists.length > 0 ? ` in the response of ${lists.join(" or ")}` : "";
  }
}

function operationName({ method, path }: ResolvedOperation): string {
  return `${method} ${path}`;
}

/** Throws if the server does not respond or rejects the key. */
function checkFirstResponse({ status, failure }: LiveAnswer, baseUrl: string): void {
  const { origin } = new URL(baseUrl);
  if (status === null) throw new VerifyLiveError(`${origin} did not respond: ${failure}`);
  if (status === 401 || status === 403) {
    throw new VerifyLiveError(
      `${origin} rejected the API key (${status}): a key works only in the region of its workspace`,
    );
  }
}
