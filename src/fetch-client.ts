import type { Client } from "openapi-fetch";
import type { AnyAgentsError } from "./errors.js";
import type { CallData, Operation } from "./types.js";

/** The operation with our data, also where the document leaves it open, and our errors, of which it documents none. */
type Answering<Op extends Operation, M> = Omit<Op, "responses"> & {
  responses: {
    200: { content: { "application/json": CallData<Op, M> } };
    default: { content: { "application/json": AnyAgentsError } };
  };
};

type AnsweringPaths<Paths> = {
  [P in keyof Paths]: {
    [M in keyof Paths[P]]: Paths[P][M] extends Operation ? Answering<Paths[P][M], M> : Paths[P][M];
  };
};

/** The type of openapi-fetch's client, without `request`: there is a function for each HTTP method. */
export interface FetchClient<Paths> extends Client<AnsweringPaths<Paths>> {
  readonly request: never;
}
