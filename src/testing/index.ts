export type { Coverage, CoverageRow } from "./coverage.js";
export {
  connectMockApi,
  type MockApi,
  type MockApiConnection,
  type MockApiOptions,
  type MockClientOptions,
  startMockApi,
} from "./mock-api.js";
export { type Answer, type Answers, prefer } from "./steering.js";
export { ContractViolationError, type Violation } from "./violations.js";
