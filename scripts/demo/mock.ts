import { type MockApi, type MockApiOptions, startMockApi } from "../../src/testing/index.js";
import { StartProblem } from "./problem.js";
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
    throw toStartProblem(error, options.port);
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

function toStartProblem(error: Error, port: number | undefined): Error {
  if (error.message.includes("EADDRINUSE")) {
    return new StartProblem(`Port ${port} is in use. Give another: npm start -- --serve --port 0 takes a free one`);
  }
  if (error.message.includes("EACCES")) {
    return new StartProblem(`Port ${port} is not yours to open. Give one above 1023: npm start -- --serve --port 4010`);
  }
  return error;
}
