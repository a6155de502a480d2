import type { Client } from "openapi-fetch";
import type { AnyAgentsError } from "./errors.js";
import type { CallData, Operation } from "./types.js";

/**
 * An operation whose success has this client's data and whose error is this client's error, as openapi-fetch's types
 * need it.
 */
type WithClientResponses<Op extends Operation, M> = Omit<Op, "responses"> & {
  responses: {
    200: { content: { "application/json": CallData<Op, M> } };
    default: { content: { "application/json": AnyAgentsError } };
  };
};

type ClientPaths<Paths> = {
  [P in keyof Paths]: {
    [M in keyof Paths[P]]: Paths[P][M] extends Operation ? WithClientResponses<Paths[P][M], M> : Paths[P][M];
  };
};

/** The type of an openapi-fetch client, without the function `request`. */
export interface FetchClient<Paths> extends Client<ClientPaths<Paths>> {
  readonly request: never;
}
