/** A document, and the folder of what is generated from it; paths from the root of the project. */
export interface Target {
  readonly document: string;
  readonly folder: string;
}

export const TARGETS: readonly Target[] = [
  { document: "openapi/agents.yaml", folder: "generated" },
  { document: "test/fixtures/api/openapi.yaml", folder: "test/fixtures/api/generated" },
  { document: "test/fixtures/features/openapi.yaml", folder: "test/fixtures/features/generated" },
];
