import { type MockApi, type MockApiOptions, startMockApi } from "../../src/testing/index.js";
import { Problem } from "../problem.js";
import { stopped } from "./stopped.js";

/**
 * Starts a mock server, calls `use`, and closes the mock server in every case: success, an error or a signal. Returns
 * the signal, if any. A signal during the start is handled after the start, because the mock server can be closed only then.
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
  return new Problem(port ? `${message} (npm start -- --serve --port 0 uses any free port)` : message);
}
