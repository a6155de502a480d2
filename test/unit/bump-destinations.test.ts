import { describe, expect, it } from "vitest";
import { newDestinations } from "../../scripts/spec-bump/destinations.js";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { openapi, operation } from "../support/openapi.js";

const serversOf = (...hosts: string[]) => hosts.map((host) => ({ url: `https://${host}` }));
const documentOf = (...hosts: string[]): JsonObject =>
  openapi({ "/a": { get: operation() } }, {}, { servers: serversOf(...hosts) });
const CURRENT = documentOf("api.us.shop.example", "api.uk.shop.example");

describe("where the API key would go", () => {
  it.each([
    [[], "api.us.shop.example"],
    [[], "api.ca.shop.example"],
    [[], "shop.example"],
    [[], "api.us.shop.example:8443"],
    [["https://api.uk.elsewhere.example"], "api.uk.elsewhere.example"],
    [["https://evilshop.example"], "evilshop.example"],
    [["https://shop.example.other.example"], "shop.example.other.example"],
    [["https://127.0.0.1"], "127.0.0.1"],
  ])("%j is new for a server at %s", (expected, host) => {
    expect(newDestinations(CURRENT, documentOf(host))).toEqual(expected);
  });

  it("is looked at in paths and operations too", () => {
    const servers = serversOf("other.example");
    expect(newDestinations(CURRENT, openapi({ "/a": { get: operation({}, { servers }) } }))).toHaveLength(1);
    expect(newDestinations(CURRENT, openapi({ "/a": { servers, get: operation() } }))).toHaveLength(1);
  });

  it.each([
    ["api.shop.example", "eu.shop.example", []],
    ["shop.example", "other.example", ["https://other.example"]],
    ["api.co.uk", "other.co.uk", ["https://other.co.uk"]],
  ])("is in the domain above a single server %s: %s", (current, next, expected) => {
    expect(newDestinations(documentOf(current), documentOf(next))).toEqual(expected);
  });

  it("has no domain in common where the servers have only a public suffix in common", () => {
    const current = documentOf("one.co.uk", "two.co.uk");
    expect(newDestinations(current, documentOf("three.co.uk"))).toEqual(["https://three.co.uk"]);
  });
});
