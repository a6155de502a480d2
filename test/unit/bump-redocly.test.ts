import { expect, it } from "vitest";
import { redocly } from "../../scripts/openapi/redocly.js";
import { startServer } from "../support/loopback-server.js";
import { operation } from "../support/openapi.js";

it("Redocly reads nothing outside of the document: no other host, and no file of this machine", async () => {
  await using server = await startServer((_, response) => response.end("{}"));
  const mapping = { a: `${server.url}/a.json`, b: "../../../etc/passwd", c: "/etc/hostname" };
  const document = {
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    paths: { "/a": { get: operation({ type: "object", discriminator: { $ref: "#/x-a" } }) } },
    "x-a": { propertyName: "a", mapping: { $ref: "#/x-b" } },
    "x-b": mapping,
  };
  const files = { "a.json": JSON.stringify(document) };
  for (const args of [
    ["lint", "a.json", "--extends", "minimal", "--format", "json"],
    ["bundle", "a.json"],
  ]) {
    const { stdout, stderr } = await redocly(args, files);
    expect(stdout + stderr).toContain("is outside of the document");
    expect(stdout + stderr).not.toContain("root:");
  }
  expect(server.received).toEqual([]);
}, 60_000);
