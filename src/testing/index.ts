export { type MockApi, type MockApiOptions, startMockApi } from "./mock-api.js";
