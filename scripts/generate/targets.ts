/** A document, and the folder of what is generated from it; paths from the root of the project. */
export interface Target {
  readonly document: string;
  readonly folder: string;
  /** The module that exports the types of the schemas beside names of its own, which come first. */
  readonly exportedBy?: string;
}

export const AGENTS: Target = { document: "openapi/agents.yaml", folder: "generated", exportedBy: "src/index.ts" };

export const TARGETS: readonly Target[] = [
  AGENTS,
  { document: "test/fixtures/api/openapi.yaml", folder: "test/fixtures/api/generated" },
  { document: "test/fixtures/features/openapi.yaml", folder: "test/fixtures/features/generated" },
];
