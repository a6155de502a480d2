/** The repairs without which ordinary documents would be refused. */
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";
import { repairExamples } from "../../scripts/spec-bump/repair/examples.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { openapi, operation } from "../support/openapi.js";

const repaired = (next: JsonObject) => repair(next, openapi({}), []);

describe("servers", () => {
  const withServers = (servers: Json) => repaired(openapi({ "/a": { get: operation() } }, {}, { servers }));

  it("are one for each value of a variable", () => {
    const region = { default: "us", enum: ["us", "uk"] };
    const servers = [
      {
        url: "https://{name}.{region}.example.com",
        description: "Both.",
        variables: { region, name: { default: "api" } },
      },
      { url: "https://api.eu.example.com" },
    ];
    const { document, repairs } = withServers(servers);
    expect(document.servers).toEqual([
      { url: "https://api.us.example.com", description: "Both." },
      { url: "https://api.uk.example.com", description: "Both." },
      { url: "https://api.eu.example.com" },
    ]);
    expect(repairs.map(({ name }) => name)).toContain("server-variables");
  });

  it.each([
    "http://api.example.com",
    "//api.example.com",
    "/v1",
    "https://api.example.com@other.example",
    "https://{a}.example",
    "",
  ])("that are not https are refused, wherever they stand: %j", (url) => {
    const servers = [{ url }];
    const refusal = /^\$[^\n]+ is not an https URL, and the API key is sent there\. Correct the source$/;
    expect(() => withServers(servers)).toThrow(refusal);
    expect(() => repaired(openapi({ "/a": { servers, get: operation() } }))).toThrow(refusal);
    expect(() => repaired(openapi({ "/a": { get: operation({}, { servers }) } }))).toThrow(refusal);
  });
});

describe("examples of the vendor", () => {
  it("stay where they fit, and are dropped with the reason where they do not", () => {
    const content = {
      "application/json": {
        schema: { $ref: "#/components/schemas/Thing" },
        examples: {
          "Two words": { value: { a: "x" } },
          wrong: { value: { a: 1 } },
          shared: { $ref: "#/components/examples/Shared" },
          empty: { summary: "Nothing." },
        },
      },
    };
    const get = operation({}, { responses: { "200": { description: "Fine.", content } } });
    const Thing = { type: "object", properties: { a: { type: "string" } }, example: { b: 1 } };
    const components = { schemas: { Thing }, examples: { Shared: { value: { a: "y" } } } };
    const { document, repairs } = repairExamples(repaired(openapi({ "/a": { get } }, {}, { components })).document);
    const text = JSON.stringify(document);
    expect(text).toContain('"examples":{"Two words":{"value":{"a":"x"}},"shared":{"value":{"a":"y"}}}');
    expect(text).not.toContain('"example":');
    expect(repairs.map(({ what }) => what)).toEqual([
      "dropped wrong: /a must be string",
      "dropped empty: it has no value",
      "dropped example: /b is not described",
    ]);
  });
});

describe("discriminators", () => {
  const schemas: JsonObject = {
    Event: {
      type: "object",
      discriminator: { propertyName: "kind", mapping: { a: "Named", b: "#/components/schemas/Heir" } },
    },
    Named: { allOf: [{ $ref: "#/components/schemas/Event" }] },
    Heir: { allOf: [{ $ref: "#/components/schemas/Event" }] },
    Other: { type: "object" },
  };
  const get = operation({ $ref: "#/components/schemas/Event" }, { operationId: "a" });

  it("that map to names map to references, and the schemas that only they reach stay", () => {
    const { document, repairs } = repaired(openapi({ "/a": { get } }, schemas));
    const kept = (document.components as Record<string, JsonObject>).schemas as Record<string, JsonObject>;
    expect(Object.keys(kept)).toEqual(["Event", "Named", "Heir"]);
    expect(kept.Event?.discriminator).toEqual({
      propertyName: "kind",
      mapping: { a: "#/components/schemas/Named", b: "#/components/schemas/Heir" },
    });
    expect(repairs.map(({ name }) => name)).toEqual(["discriminator-by-name", "unused-component"]);
  });

  it("without a mapping choose from the schemas that extend their own", () => {
    const Event = { type: "object", discriminator: { propertyName: "kind" } };
    const { document } = repaired(openapi({ "/a": { get } }, { ...schemas, Event }));
    const kept = (document.components as Record<string, JsonObject>).schemas;
    expect(Object.keys(kept ?? {})).toEqual(["Event", "Named", "Heir"]);
  });
});
