import { type ApiError, isAgentsError } from "./errors.js";
import type { Method, Operation } from "./types.js";

/** The names that `error.operation` can have, such as "GET /v1/agents/{agentId}". */
export type OperationName<Paths> = {
  [P in keyof Paths & string]: {
    [M in Method]: Paths[P] extends Record<M, Operation> ? `${Uppercase<M>} ${P}` : never;
  }[Method];
}[keyof Paths & string];

type ResponsesOf<Paths, Name> = Name extends `${infer M} ${infer P extends keyof Paths & string}`
  ? Paths[P] extends { [Key in Lowercase<M>]: { responses: infer Responses } }
    ? Responses
    : never
  : never;

/**
 * The response for a status: the one for the status, for its range such as "4XX", or `default` (OpenAPI 3.1, 4.8.16).
 */
type ResponseFor<Responses, Status extends number> = Status extends keyof Responses
  ? Responses[Status]
  : `${Status}` extends `${infer Digit}${string}`
    ? `${Digit}XX` extends keyof Responses
      ? Responses[`${Digit}XX`]
      : Responses extends { default: infer Default }
        ? Default
        : never
    : never;

type JsonOf<Response> = Response extends { content: infer Content }
  ? { [Type in keyof Content]: Type extends `${string}json` ? Content[Type] : never }[keyof Content]
  : never;

/** The bodies that the document describes for errors; `unknown` if there are none. */
type ErrorBodyOf<Responses, Status extends number> = OrUnknown<
  number extends Status
    ? JsonOf<Responses[Exclude<keyof Responses, 200 | 201 | 202 | 203 | 204 | 205 | 206 | "2XX">]>
    : JsonOf<ResponseFor<Responses, Status>>
>;

type OrUnknown<Body> = [Body] extends [never] ? unknown : Body;

/** The type of {@link isApiErrorOf} for the operations of one document. */
export type ApiErrorGuard<Paths> = <Name extends OperationName<Paths>, Status extends number = number>(
  error: unknown,
  operation: Name,
  status?: Status,
) => error is ApiError & { readonly status: Status; readonly body: ErrorBodyOf<ResponsesOf<Paths, Name>, Status> };

export function isApiErrorOf(error: unknown, operation: string, status?: number): boolean {
  if (!isAgentsError(error) || error.name !== "ApiError" || error.operation !== operation) return false;
  return (status === undefined || error.status === status) && typeof error.body === "object" && error.body !== null;
}
