/**
 * A document, and the folder for the files that are generated from it. Paths are relative to the root of the project.
 */
export interface Target {
  readonly document: string;
  readonly folder: string;
  /**
   * The module that exports the schema types. If it exports something else with the same name, there is no schema type.
   */
  readonly exportedBy?: string;
}

export const AGENTS: Target = { document: "openapi/agents.yaml", folder: "generated", exportedBy: "src/index.ts" };

export const TARGETS: readonly Target[] = [
  AGENTS,
  { document: "test/fixtures/api/openapi.yaml", folder: "test/fixtures/api/generated" },
  { document: "test/fixtures/features/openapi.yaml", folder: "test/fixtures/features/generated" },
];
