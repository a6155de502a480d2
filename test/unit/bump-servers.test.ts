import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";
import { newDestinations } from "../../scripts/spec-bump/destinations.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { openapi, operation } from "../support/openapi.js";

const serversOf = (...hosts: string[]) => hosts.map((host) => ({ url: `https://${host}` }));
const documentOf = (...hosts: string[]): JsonObject =>
  openapi({ "/a": { get: operation() } }, {}, { servers: serversOf(...hosts) });
const CURRENT = documentOf("api.us.shop.example", "api.uk.shop.example");

describe("the destinations of the API key", () => {
  it.each([
    [[], "api.us.shop.example"],
    [[], "api.ca.shop.example"],
    [[], "shop.example"],
    [[], "api.us.shop.example:8443"],
    [["https://api.uk.elsewhere.example"], "api.uk.elsewhere.example"],
    [["https://evilshop.example"], "evilshop.example"],
    [["https://shop.example.other.example"], "shop.example.other.example"],
    [["https://127.0.0.1"], "127.0.0.1"],
  ])("has %j as a new one for a server at %s", (expected, host) => {
    expect(newDestinations(CURRENT, documentOf(host))).toEqual(expected);
  });

  it("include servers of paths and operations", () => {
    const servers = serversOf("other.example");
    expect(newDestinations(CURRENT, openapi({ "/a": { get: operation({}, { servers }) } }))).toHaveLength(1);
    expect(newDestinations(CURRENT, openapi({ "/a": { servers, get: operation() } }))).toHaveLength(1);
  });

  it.each([
    ["api.shop.example", "eu.shop.example", []],
    ["shop.example", "other.example", ["https://other.example"]],
    ["api.co.uk", "other.co.uk", ["https://other.co.uk"]],
  ])("are in the domain above a single server %s: %s", (current, next, expected) => {
    expect(newDestinations(documentOf(current), documentOf(next))).toEqual(expected);
  });

  it("are in no domain if the servers share a public suffix only", () => {
    const current = documentOf("one.co.uk", "two.co.uk");
    expect(newDestinations(current, documentOf("three.co.uk"))).toEqual(["https://three.co.uk"]);
  });
});

describe("servers", () => {
  const repaired = (next: JsonObject) => repair(next, openapi({}), []);
  const withServers = (servers: Json) => repaired(openapi({ "/a": { get: operation() } }, {}, { servers }));

  it("are one for each value of a variable", () => {
    const region = { default: "us", enum: ["us", "uk"] };
    const variables = { region, name: { default: "api" }, port: { default: 8443 } };
    const url = "https://{name}.{region}.example.com:{port}/v1";
    const { document, repairs } = withServers([{ url, description: "Both.", variables }, { url: "https://a.example" }]);
    expect(document.servers).toEqual([
      { url: "https://api.us.example.com:8443/v1", description: "Both." },
      { url: "https://api.uk.example.com:8443/v1", description: "Both." },
      { url: "https://a.example" },
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
  ])("that are not https are refused everywhere: %j", (url) => {
    const servers = [{ url }];
    const refusal = /^#[^\n]+ is not an https URL, and the API key is sent there\. Correct the source$/;
    expect(() => withServers(servers)).toThrow(refusal);
    expect(() => repaired(openapi({ "/a": { servers, get: operation() } }))).toThrow(refusal);
    expect(() => repaired(openapi({ "/a": { get: operation({}, { servers }) } }))).toThrow(refusal);
  });
});
