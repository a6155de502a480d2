import { describe, expect, it } from "vitest";
import { type Report, toMarkdown, toText } from "../../scripts/spec-bump/report.js";
import { change, changed, comparison } from "../support/make-comparison.js";

const OUTLET = "/v1/outlets/{outletId}";
const PATCH = { version: "0.1.1", from: "0.1.0", reason: "a patch" };

function report(parts: Partial<Report> = {}): Report {
  return { comparison: comparison(), step: PATCH, repairs: [], removedActions: [], usage: undefined, ...parts };
}

const FULL = report({
  comparison: comparison(
    {
      regions: { added: ["ca"], removed: ["eu"] },
      added: [{ method: "GET", path: "/v1/things", operationId: "listThings" }],
      removed: [{ method: "DELETE", path: OUTLET, operationId: "deleteOutlet" }],
      moved: [{ method: "GET", from: `${OUTLET}/old`, to: `${OUTLET}/new`, operationId: undefined }],
      changed: [
        changed(`GET ${OUTLET}/new`, "getNew", change("Thing.id", "is gone")),
        changed(
          `PUT ${OUTLET}`,
          "putOutlet",
          change("Thing.id", "is gone"),
          change("body", "is new", { breaking: false }),
        ),
        changed("GET /v1/outlets", undefined, change("query parameter limit", "is new", { breaking: false })),
      ],
      general: [change("the scheme", "is named b now", { breaking: false }), change("the key", "is gone")],
    },
    true,
  ),
  step: { version: "0.2.0", from: "0.1.0", reason: "a minor version, because callers break" },
  repairs: [{ name: "missing-operation-id", where: "GET /v1/things", what: "gets listThings" }],
  removedActions: ["$.a"],
  usage: [{ file: "src/a.ts", line: 7, operation: `DELETE ${OUTLET}`, why: "is gone" }],
});

const FULL_MARKDOWN = `## PolyAI Agents API \`4.1.3\` → \`4.2.0\`

**BREAKING: 3 operations, 1 region, 1 general change**

Package version \`0.1.0\` → \`0.2.0\`: a minor version, because callers break

A line marked ❌ breaks callers.

### Regions

- ❌ \`eu\` is gone
- \`ca\` is new

### Operations removed

- ❌ \`DELETE /v1/outlets/{outletId}\` (\`deleteOutlet\`)

### Operations moved

- ❌ \`GET /v1/outlets/{outletId}/old\` to \`/v1/outlets/{outletId}/new\`

### Operations added

- \`GET /v1/things\` (\`listThings\`)

### In general

- ❌ \`the key\` is gone
- \`the scheme\` is named b now

### Changed in several operations

- ❌ In 2 operations: \`getNew\`, \`putOutlet\`
  - ❌ \`Thing.id\` is gone

### Changed in one operation

- \`PUT /v1/outlets/{outletId}\` (\`putOutlet\`)
  - \`body\` is new
- \`GET /v1/outlets\`
  - \`query parameter limit\` is new

### Repairs

- \`missing-operation-id\`, in 1 place
  - \`GET /v1/things\`: gets listThings

### Overlay actions removed, because their target is gone

- \`$.a\`

### Calls that break

- ❌ \`src/a.ts:7\` \`DELETE /v1/outlets/{outletId}\` is gone
`;

describe("the report", () => {
  it("lists everything as Markdown, breaking changes first and marked", () => {
    expect(toMarkdown(FULL)).toBe(FULL_MARKDOWN);
  });

  it("is the same on a terminal, without the marks around names", () => {
    expect(`${toText(FULL)}\n`).toBe(FULL_MARKDOWN.replaceAll("`", ""));
  });

  it("has no empty sections", () => {
    const text = toText(report({ comparison: comparison({ to: "4.1.3" }) }));
    expect(text).toBe(
      "## PolyAI Agents API 4.1.3 → 4.1.3\n\n**Nothing breaks**\n\nPackage version 0.1.0 → 0.1.1: a patch",
    );
  });

  it("counts what is new if nothing breaks", () => {
    const operation = { method: "GET", path: "/v1/things", operationId: undefined };
    const added = comparison({ added: [operation], regions: { added: ["ca", "au"], removed: [] } });
    expect(toText(report({ comparison: added }))).toContain("\n**Nothing breaks. New: 1 operation, 2 regions**\n");
  });

  it("says that no call breaks only if a code base was named", () => {
    expect(toText(report({ usage: [] }))).toMatch(/\n\n### Calls that break\n\n- None was found in the code base\.$/);
    expect(toText(report())).not.toContain("Calls that break");
  });

  it("lists a change once that several operations have", () => {
    const errors = ["a", "b", "c"].map((name) => changed(`GET /${name}`, name, change("response 404", "is new")));
    const text = (list: typeof errors) => toText(report({ comparison: comparison({ changed: list }, true) }));
    expect(text(errors)).toContain("\n- ❌ In 3 operations: a, b, c\n  - ❌ response 404 is new");
    expect(text(errors.slice(2))).toContain("\n- ❌ GET /c (c)\n");
  });

  it("starts with the other domain to which the API key would be sent", () => {
    const destinations = ["https://api.us.elsewhere.example", "https://api.uk.elsewhere.example"];
    const elsewhere = report({ comparison: comparison({ destinations }, true) });
    const warning = "The API key would be sent to another domain: ";
    expect(toText(elsewhere).split("\n")[0]).toBe(`**${warning}${destinations.join(", ")}**`);
    expect(toText(elsewhere)).toContain("\n**BREAKING: 2 new API key destinations**\n");
    const names = destinations.map((one) => `\`${one}\``).join(", ");
    expect(toMarkdown(elsewhere).split("\n")[0]).toBe(`**${warning}${names}**`);
  });
});
