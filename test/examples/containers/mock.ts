// A mock of the API for the other containers of a test setup, such as the service `mock` of a compose file.
// `host: "0.0.0.0"` listens on the network of the containers; the default is this machine only.
import { type MockApi, startMockApi } from "polyai-agents/testing";

export function serveMock(port = 4010): Promise<MockApi> {
  return startMockApi({ host: "0.0.0.0", port });
}
