import { describe, expect, it } from "vitest";
import { type Report, toText } from "../../scripts/spec-bump/report.js";
import { toMarkdown } from "../../scripts/spec-bump/report-markdown.js";
import { change, changed, comparison } from "../support/comparison.js";

const OUTLET = "/v1/outlets/{outletId}";
const NOTHING = { lost: [], retargeted: [] };
const PATCH = { step: "patch", version: "0.1.1", from: "0.1.0" } as const;

function report(parts: Partial<Report> = {}): Report {
  return { comparison: comparison(), step: PATCH, repairs: [], overlay: NOTHING, ...parts };
}

const shared = { schema: "Thing.id" };
const FULL = report({
  comparison: comparison(
    {
      regions: { added: ["ca"], removed: ["eu"] },
      added: [{ method: "GET", path: "/v1/things", operationId: "listThings" }],
      removed: [{ method: "DELETE", path: OUTLET, operationId: "deleteOutlet" }],
      moved: [{ method: "GET", from: `${OUTLET}/old`, to: `${OUTLET}/new`, operationId: undefined }],
      changed: [
        changed(`GET ${OUTLET}/new`, "getNew", change("response 200: a.id", "is gone", shared)),
        changed(
          `PUT ${OUTLET}`,
          "putOutlet",
          change("response 200: id", "is gone", shared),
          change("body", "is new", { breaking: false }),
        ),
        changed("GET /v1/outlets", undefined, change("query parameter limit", "is new", { breaking: false })),
      ],
      general: [change("the scheme", "is named b now", { breaking: false }), change("the key", "is gone")],
    },
    true,
  ),
  step: { step: "minor", version: "0.2.0", from: "0.1.0" },
  repairs: [{ name: "missing-operation-id", where: "GET /v1/things", what: "is given listThings" }],
  overlay: {
    lost: [{ target: "$.a", why: "nothing is there" }],
    retargeted: [
      { target: "$.c", to: "$.d" },
      { target: "$.e", to: "$.f" },
    ],
  },
  usage: [{ file: "src/a.ts", line: 7, operation: `DELETE ${OUTLET}`, why: "is gone" }],
});

const FULL_TEXT = `PolyAI Agents API 4.1.3 → 4.2.0
BREAKING: 3 operations, 1 region, 1 general change
Package version 0.1.0 → 0.2.0: a minor step, since callers break

Regions
! eu is gone
  ca is new

Operations removed
! DELETE /v1/outlets/{outletId}  deleteOutlet

Operations moved
! GET /v1/outlets/{outletId}/old
    to /v1/outlets/{outletId}/new

Operations added
  GET /v1/things  listThings

In general
! the key is gone
  the scheme is named b now

Changed in several operations at once
! In 2 operations: getNew, putOutlet
!   Thing.id is gone

Changed in single operations
  PUT /v1/outlets/{outletId}  putOutlet
    body is new
  GET /v1/outlets
    query parameter limit is new

Repairs made
  missing-operation-id, at 1 place
    GET /v1/things: is given listThings

Overlay
  lost: $.a: nothing is there
  retargeted: 2 actions went along with the operations that moved

Calls that break
! src/a.ts:7  DELETE /v1/outlets/{outletId}
    is gone`;

const FULL_MARKDOWN = `## PolyAI Agents API \`4.1.3\` → \`4.2.0\`

**BREAKING: 3 operations, 1 region, 1 general change**

Package version \`0.1.0\` → \`0.2.0\`: a minor step, since callers break

A line marked ❌ breaks callers.

### Regions

- ❌ \`eu\` is gone
- \`ca\` is new

### Operations removed

- ❌ \`DELETE /v1/outlets/{outletId}\`  \`deleteOutlet\`

### Operations moved

- ❌ \`GET /v1/outlets/{outletId}/old\`
  - to \`/v1/outlets/{outletId}/new\`

### Operations added

- \`GET /v1/things\`  \`listThings\`

### In general

- ❌ \`the key\` is gone
- \`the scheme\` is named b now

### Changed in several operations at once

- ❌ In 2 operations: \`getNew\`, \`putOutlet\`
  - ❌ \`Thing.id\` is gone

### Changed in single operations

- \`PUT /v1/outlets/{outletId}\`  \`putOutlet\`
  - \`body\` is new
- \`GET /v1/outlets\`
  - \`query parameter limit\` is new

### Repairs made

- \`missing-operation-id\`, at 1 place
  - \`GET /v1/things\`: is given listThings

### Overlay

- lost: \`$.a\`: nothing is there
- retargeted: 2 actions went along with the operations that moved

### Calls that break

- ❌ \`src/a.ts:7\`  \`DELETE /v1/outlets/{outletId}\`
  - is gone
`;

describe("the report", () => {
  it("tells everything on a terminal, what breaks first and marked", () => {
    expect(toText(FULL)).toBe(FULL_TEXT);
  });

  it("tells the same as Markdown", () => {
    expect(toMarkdown(FULL)).toBe(FULL_MARKDOWN);
  });

  it("leaves out what there is none of", () => {
    const words = report({
      comparison: comparison({ to: "4.1.3" }),
      step: { ...PATCH, step: "none", version: "0.1.0" },
    });
    expect(toText(words)).toBe(
      "PolyAI Agents API 4.1.3 → 4.1.3\nnothing breaks\nPackage version 0.1.0 → 0.1.0: no step, since nothing differs but words",
    );
    expect(toMarkdown(words)).not.toContain("❌");
  });

  it("says in one line what is new where nothing breaks", () => {
    const operation = { method: "GET", path: "/v1/things", operationId: undefined };
    const added = comparison({ added: [operation], regions: { added: ["ca", "au"], removed: [] } });
    expect(toText(report({ comparison: added }))).toContain("\nnothing breaks; new: 1 operation, 2 regions\n");
  });

  it.each<[string, string, string, string]>([
    ["1.2.3", "major", "2.0.0", "a major step, since callers break"],
    ["1.2.3", "minor", "1.3.0", "a minor step"],
    ["0.2.3", "minor", "0.3.0", "a minor step, since callers break"],
    ["1.2.3", "patch", "1.2.4", "a patch"],
  ])("says of %s why the step is %s", (from, step, version, why) => {
    const text = toText(report({ step: { step, version, from } as Report["step"] }));
    expect(text.split("\n")[2]).toBe(`Package version ${from} → ${version}: ${why}`);
  });

  it("says that no call breaks only where they were looked for", () => {
    expect(toText(report({ usage: [] }))).toMatch(/\n\nCalls that break\n {2}None was found in the code base\.$/);
    expect(toText(report())).not.toContain("Calls that break");
  });

  it("tells once what three operations have in common, or two that share a schema", () => {
    const errors = ["a", "b", "c"].map((name) => changed(`GET /${name}`, name, change("response 404", "is new")));
    const text = (list: typeof errors) => toText(report({ comparison: comparison({ changed: list }, true) }));
    expect(text(errors)).toContain("\n! In 3 operations: a, b, c\n!   response 404 is new");
    expect(text(errors.slice(1))).not.toContain("In 2 operations");
  });
});

describe("another domain to which the API key would go", () => {
  const destinations = ["https://api.us.elsewhere.example", "https://api.uk.elsewhere.example"];
  const step = { step: "minor", from: "0.1.0", version: "0.2.0" } as const;
  const told = { comparison: comparison({ destinations }, true), step, repairs: [], overlay: NOTHING };

  it("is the first line, whatever it is printed as", () => {
    const what = "The API key would be sent to another domain: ";
    expect(toText(told).split("\n")[0]).toBe(what + destinations.join(", "));
    expect(toText(told)).toContain("\nBREAKING: 2 new API key destinations\n");
    expect(toMarkdown(told).split("\n")[0]).toBe(`**${what}${destinations.map((one) => `\`${one}\``).join(", ")}**`);
  });
});
