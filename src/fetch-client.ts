import type { Client } from "openapi-fetch";
import type { AnyAgentsError } from "./errors.js";
import type { CallData, Operation } from "./types.js";

/** The operation with our data, also where the document leaves it open, and our errors, of which it documents none. */
type Answering<Op extends Operation> = Omit<Op, "responses"> & {
  responses: {
    200: { content: { "application/json": CallData<Op> } };
    default: { content: { "application/json": AnyAgentsError } };
  };
};

type AnsweringPaths<Paths> = {
  [P in keyof Paths]: {
    [M in keyof Paths[P]]: Paths[P][M] extends Operation ? Answering<Paths[P][M]> : Paths[P][M];
  };
};

/** A client in the type of openapi-fetch's, without what would change how its calls are sent. */
export interface FetchClient<Paths> extends Client<AnsweringPaths<Paths>> {
  readonly request: never;
  readonly use: never;
  readonly eject: never;
}
