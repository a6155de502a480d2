import { type MockApi, type MockApiOptions, startMockApi } from "../../src/testing/index.js";
import { Problem } from "../problem.js";
import { stopped } from "./stopped.js";

/**
 * Starts a mock, lets it be used, and closes it, whatever the end: success, an error, or a signal, which is given back.
 * A signal that comes while the mock starts waits for that, since only then can it be closed.
 */
export async function withMock(
  options: MockApiOptions,
  use: (mock: MockApi) => Promise<void>,
): Promise<NodeJS.Signals | undefined> {
  const stop = stopped();
  const starting = startMockApi(options).catch((error) => {
    throw toProblem(error, options.port);
  });
  try {
    return await Promise.race([stop, starting.then(use).then(() => undefined)]);
  } finally {
    await starting.then(
      (mock) => mock.close(),
      () => {},
    );
  }
}

function toProblem({ message }: Error, port: number | undefined): Problem {
  return new Problem(port ? `${message} (npm start -- --serve --port 0 takes a free one)` : message);
}
