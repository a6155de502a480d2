export type { Coverage, CoverageRow } from "./coverage.js";
export {
  connectMockApi,
  type MockApi,
  type MockApiConnection,
  type MockApiOptions,
  type MockClientOptions,
  startMockApi,
} from "./mock-api.js";
export { type FailureStep, type ScriptedAnswer, scriptedFailures } from "./scripted-failures.js";
export { type Answer, type Answers, prefer } from "./steering.js";
export {
  type Difference,
  formatVerification,
  type LiveVerification,
  VerifyLiveError,
  type VerifyLiveOptions,
  verifyLive,
} from "./verify-live.js";
export { ContractViolationError, type Violation } from "./violations.js";
