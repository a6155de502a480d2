/** What the mock says of the bodies of requests. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Schema } from "../../src/testing/document.js";
import { DONE, type DocumentParts, INTEGER, mocked, object, ref, TEXT, withBody } from "../support/mocked.js";

// Loading Prism takes CPU time, and other tests run at the same time.
beforeAll(() => mocked({}), 60_000);

/** A schema, bodies that it takes, and bodies that it refuses, with what the mock finds first. */
type Case = [
  name: string,
  small: DocumentParts,
  right: readonly unknown[],
  wrong: readonly [body: unknown, found: string][],
];

const SAY = object({ kind: { const: "say" }, text: TEXT });
const WAIT = object({ kind: { const: "wait" }, seconds: INTEGER });
const EITHER = { oneOf: [ref("Say"), ref("Wait")] };
const STEPS = { Say: SAY, Wait: WAIT, Step: { ...EITHER, discriminator: { propertyName: "kind" } } };
const unknown = (place: string, name: string) => `${place} additionalProperties: has an unknown property '${name}'`;
const missing = (place: string, name: string) => `${place} required: must have required property '${name}'`;
const PET: Record<string, Schema> = {
  Pet: { ...object({ kind: TEXT, name: TEXT }), discriminator: { propertyName: "kind", mapping: { puss: "Cat" } } },
  Cat: { allOf: [ref("Pet"), object({ lives: INTEGER })] },
  Dog: { allOf: [ref("Pet"), object({ "tricks?": { type: "array", items: TEXT } })] },
  Puppy: { allOf: [ref("Dog"), object({ weeks: INTEGER })] },
};
const NODE = object({ name: TEXT, "below?": { type: "array", items: ref("Node") }, "next?": ref("Node") });

const CASES: readonly Case[] = [
  [
    "properties beside oneOf",
    withBody({ ...object({ id: TEXT }), ...EITHER }, STEPS),
    [
      { id: "1", kind: "say", text: "a" },
      { id: "1", kind: "wait", seconds: 1 },
    ],
    [
      [{ id: "1", kind: "say", text: "a", seconds: 1 }, unknown("body", "seconds")],
      [{ kind: "say", text: "a" }, missing("body", "id")],
    ],
  ],
  [
    "oneOf with a discriminator",
    withBody(ref("Step"), STEPS),
    [{ kind: "say", text: "a" }],
    [[{ kind: "say", text: "a", texts: "b" }, unknown("body", "texts")]],
  ],
  [
    "allOf that leads to anyOf",
    withBody({ allOf: [{ anyOf: [ref("Say"), ref("Wait")] }, object({ "note?": TEXT })] }, STEPS),
    [
      { kind: "say", text: "a", note: "b" },
      { kind: "wait", seconds: 1 },
    ],
    [[{ kind: "say", text: "a", noted: "b" }, unknown("body", "noted")]],
  ],
  [
    "allOf of a reference and more, in a list",
    withBody({ type: "array", items: { allOf: [ref("Say"), object({ voice: object({ id: TEXT }) })] } }, STEPS),
    [[], [{ kind: "say", text: "a", voice: { id: "1" } }]],
    [
      [[{ kind: "say", text: "a", voice: { id: "1", pitch: 2 } }], unknown("body[0].voice", "pitch")],
      [[{ kind: "say", text: "a" }], missing("body[0]", "voice")],
    ],
  ],
  [
    "a base with a discriminator",
    withBody(ref("Pet"), PET),
    [
      { kind: "Cat", name: "a", lives: 9 },
      { kind: "puss", name: "a", lives: 9 },
      { kind: "Dog", name: "a", tricks: [] },
      { kind: "Puppy", name: "a", tricks: ["sit"], weeks: 3 },
      { kind: "fish", name: "a" },
    ],
    [
      [{ kind: "Dog", name: "a", lives: 9 }, unknown("body", "lives")],
      [{ kind: "puss", name: "a" }, missing("body", "lives")],
    ],
  ],
  [
    "a schema that inherits from a base with a discriminator",
    withBody(ref("Cat"), PET),
    [{ kind: "Cat", name: "a", lives: 9 }],
    [[{ kind: "Cat", name: "a", lives: 9, tricks: [] }, unknown("body", "tricks")]],
  ],
  [
    "nullable objects",
    withBody(
      object({
        "typed?": { ...object({ id: TEXT }), type: ["object", "null"] },
        "one?": { oneOf: [object({ id: TEXT }), { type: "null" }] },
        "any?": { anyOf: [ref("Say"), { type: "null" }] },
      }),
      STEPS,
    ),
    [
      { typed: null, one: null, any: null },
      { typed: { id: "1" }, one: { id: "1" }, any: { kind: "say", text: "a" } },
    ],
    [
      [{ typed: { id: "1", x: 1 } }, unknown("body.typed", "x")],
      [{ one: { id: "1", x: 1 } }, unknown("body.one", "x")],
      [{ any: { kind: "say", text: "a", x: 1 } }, unknown("body.any", "x")],
    ],
  ],
  [
    "properties named as keywords are",
    withBody(
      object(
        Object.fromEntries(
          ["value", "example", "examples", "default", "properties", "items", "required", "allOf", "$ref"].map(
            (name) => [`${name}?`, object({ open: TEXT })],
          ),
        ),
      ),
    ),
    [{ value: { open: "a" }, properties: { open: "a" }, $ref: { open: "a" } }],
    ["value", "example", "properties", "items", "required", "allOf", "$ref"].map((name) => [
      { [name]: { open: "a", shut: "b" } },
      unknown(`body.${name}`, "shut"),
    ]),
  ],
  [
    "readOnly properties, which no request has",
    withBody(ref("Contact"), {
      Id: { ...TEXT, readOnly: true },
      Made: object({ at: { ...TEXT, readOnly: true }, by: ref("Id") }),
      Contact: { allOf: [ref("Made"), { ...object({ id: ref("Id"), name: TEXT }), required: ["id", "name", "at"] }] },
    }),
    [{ name: "a" }],
    [
      [{ name: "a", id: "1" }, "body.id readOnly: is readOnly and must not be in a request"],
      [{ name: "a", at: "1" }, "body.at readOnly: is readOnly and must not be in a request"],
      [{}, missing("body", "name")],
    ],
  ],
  [
    "a nested object that several members of an allOf describe",
    withBody(ref("Derived"), {
      Base: object({ voice: object({ id: TEXT, "tone?": object({ low: TEXT }) }), "tag?": TEXT }),
      Derived: {
        allOf: [ref("Base"), object({ "voice?": object({ "pitch?": INTEGER, "tone?": object({ "high?": TEXT }) }) })],
      },
    }),
    [{ voice: { id: "1", pitch: 2, tone: { low: "a", high: "b" } }, tag: "a" }, { voice: { id: "1" } }],
    [
      [{ voice: { id: "1", speed: 2 } }, unknown("body.voice", "speed")],
      [{ voice: { id: "1", tone: { low: "a", mid: "b" } } }, unknown("body.voice.tone", "mid")],
      [{ voice: { pitch: 2 } }, missing("body.voice", "id")],
      [{ voice: { id: "1" }, tags: "a" }, unknown("body", "tags")],
    ],
  ],
  [
    "a recursion that members of an allOf describe together",
    withBody(ref("Tree"), {
      Leaf: object({ "below?": object({ "name?": TEXT }) }),
      Tree: { allOf: [ref("Leaf"), object({ "below?": ref("Tree") })] },
    }),
    [{}, { below: { name: "a", below: { name: "b" } } }],
    [[{ belo: {} }, unknown("body", "belo")]],
  ],
  [
    "recursion",
    withBody(ref("Node"), { Node: NODE }),
    [{ name: "a", below: [{ name: "b", next: { name: "c" } }] }],
    [[{ name: "a", below: [{ name: "b", next: { name: "c", x: 1 } }] }, unknown("body.below[0].next", "x")]],
  ],
  [
    "maps, tuples, patterns, conditions and objects of any properties",
    withBody({
      ...object({
        "map?": { type: "object", additionalProperties: object({ n: INTEGER }) },
        "pair?": { type: "array", prefixItems: [TEXT, object({ n: INTEGER })], items: false },
        "x?": { type: "object", patternProperties: { "^x-": object({ n: INTEGER }) }, additionalProperties: false },
        "any?": { type: "object" },
        "open?": { ...object({ n: INTEGER }), additionalProperties: true },
      }),
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      ...{ if: { required: ["map"] }, then: { properties: { size: INTEGER } } },
    }),
    [
      { map: { a: { n: 1 } }, size: 1 },
      { pair: ["a", { n: 1 }], x: { "x-a": { n: 1 } }, any: { a: { b: 1 } }, open: { n: 1, m: 2 } },
    ],
    [
      [{ map: { a: { n: 1, m: 2 } } }, unknown("body.map.a", "m")],
      [{ pair: ["a", { n: 1, m: 2 }] }, unknown("body.pair[1]", "m")],
      [{ x: { "x-a": { n: 1, m: 2 } } }, unknown("body.x.x-a", "m")],
      [{ x: { a: 1 } }, unknown("body.x", "a")],
      [{ size: 1 }, unknown("body", "size")],
    ],
  ],
  [
    "formats, annotations of OpenAPI, names with a slash, null",
    withBody(
      {
        ...object({
          "at?": { ...TEXT, format: "date-time", example: "now", "x-order": 1, xml: {} },
          "a/b~c?": ref("a.b"),
        }),
        type: ["object", "null"],
      },
      { "a.b": { ...INTEGER, externalDocs: {}, $schema: "http://json-schema.org/draft-07/schema#", nullable: true } },
    ),
    [null, { at: "2026-11-25T12:00:00Z", "a/b~c": 1 }],
    [
      [{ at: "yesterday" }, 'body.at format: must match format "date-time"'],
      [{ "a/b~c": "1" }, "body.a/b~c type: must be integer"],
    ],
  ],
];

describe("a body of", () => {
  test.for(CASES)("%s", async ([, small, right, wrong]) => {
    const { ask } = await mocked(small);
    for (const body of right) expect(await ask({ body }), JSON.stringify(body)).toMatchObject({ status: 204 });
    for (const [body, found] of wrong) {
      const { status, violations, type } = await ask({ body });
      expect([status, type, violations[0]], JSON.stringify(body)).toEqual([422, "application/problem+json", found]);
    }
  });

  test("an unknown property is reported once, however deep it is", async () => {
    const { ask } = await mocked(withBody(ref("Node"), { Node: NODE }));
    const body = { name: "a", below: [{ name: "b", below: [{ name: "c", below: [{ name: "d", x: 1 }] }] }] };
    expect((await ask({ body })).violations).toEqual([unknown("body.below[0].below[0].below[0]", "x")]);
  });

  test("a failed combination, without a violation for each property that it describes", async () => {
    const { ask } = await mocked(withBody(ref("Step"), STEPS));
    const { violations } = await ask({ body: { kind: "say", text: 1 } });
    expect(violations).toContain("body.text type: must be string");
    expect(violations.join()).not.toContain("additional");
  });

  test("a thousand faults, each with its place", async () => {
    const { ask } = await mocked(withBody({ type: "array", items: TEXT }));
    const { violations, body } = await ask({ body: Array.from({ length: 1_000 }, (_, i) => i) });
    expect(violations).toHaveLength(1_000);
    expect(violations.at(-1)).toBe("body[999] type: must be string");
    expect(body).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/; and 997 more$/) });
  });

  test("a body that is not JSON, is missing, or is not allowed", async () => {
    const { ask } = await mocked({
      paths: { ...withBody({}).paths, "/nothing": { post: { operationId: "nothing", responses: DONE } } },
    });
    expect((await ask({ body: Buffer.from('{"a":') })).violations).toEqual(["body json: is not JSON"]);
    expect((await ask({})).violations).toEqual(["request required: body is required"]);
    const nothing = await ask({ path: "/nothing", body: {} });
    expect(nothing.violations).toEqual([
      "body body: is not allowed: the OpenAPI document has no request body for this operation",
    ]);
  });
});

describe("by media type", () => {
  const FIELDS = object({
    name: TEXT,
    "size?": INTEGER,
    "tags?": { type: "array", items: TEXT },
    "meta?": object({ title: TEXT }),
    "file?": { ...TEXT, format: "binary" },
  });
  const post = (content: object) =>
    mocked({
      paths: { "/things": { post: { operationId: "add", requestBody: { required: true, content }, responses: DONE } } },
    });

  /** A form as fetch writes it. */
  async function sent(form: FormData | URLSearchParams) {
    const request = new Request("http://localhost", { method: "POST", body: form });
    const type = request.headers.get("content-type") ?? "";
    return { headers: { "content-type": type }, body: new Uint8Array(await request.arrayBuffer()) };
  }

  function formOf(fields: readonly (readonly [string, string | Blob])[]): FormData {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return form;
  }

  test("a form of several parts is checked by its fields", async () => {
    const { ask } = await post({ "multipart/form-data": { schema: FIELDS } });
    const bytes = new Blob([new Uint8Array([0, 255, 13, 10, 45, 45])], { type: "audio/wav" });
    const meta = new Blob(['{"title":"a"}'], { type: "application/json" });
    const right = [
      ["name", "a"],
      ["size", "3"],
      ["tags", "x"],
      ["tags", "y"],
      ["meta", meta],
      ["file", bytes],
    ] as const;
    expect(await ask(await sent(formOf(right)))).toMatchObject({ status: 204 });
    expect(
      await ask(
        await sent(
          formOf([
            ["name", "a"],
            ["tags", "x"],
            ["meta", '{"title":"a"}'],
          ]),
        ),
      ),
    ).toMatchObject({
      status: 204,
    });
    const wrong = await ask(
      await sent(
        formOf([
          ["size", "big"],
          ["meta", "{}"],
          ["nick", "b"],
        ]),
      ),
    );
    expect(wrong.violations).toEqual([
      unknown("body", "nick"),
      missing("body", "name"),
      "body.size type: must be integer",
      missing("body.meta", "title"),
    ]);
    const broken = {
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: Buffer.from("--x\r\nbroken"),
    };
    expect((await ask(broken)).violations).toEqual(["body form: cannot be parsed as a form"]);
  });

  test("a form in one text is", async () => {
    const { ask } = await post({ "application/x-www-form-urlencoded": { schema: FIELDS } });
    const form = (fields: [string, string][]) => sent(new URLSearchParams(fields));
    expect(
      await ask(
        await form([
          ["name", "a + b/ü"],
          ["size", "3"],
          ["tags", "x"],
        ]),
      ),
    ).toMatchObject({ status: 204 });
    expect(
      (
        await ask(
          await form([
            ["name", "a"],
            ["nick", "b"],
          ]),
        )
      ).violations,
    ).toEqual([unknown("body", "nick")]);
  });

  test("bytes and streams are not checked, and text is checked by its schema", async () => {
    const { ask } = await post({
      "audio/*": { schema: { ...TEXT, format: "binary", maxLength: 1 } },
      "text/plain": { schema: { ...TEXT, maxLength: 3 } },
      "application/x-ndjson": { schema: object({ n: INTEGER }) },
    });
    const bytes = new Uint8Array([0, 255, 1]);
    expect(await ask({ headers: { "content-type": "audio/wav" }, body: bytes })).toMatchObject({ status: 204 });
    const lines = { headers: { "content-type": "application/x-ndjson" }, body: Buffer.from('{"n":1}\n') };
    expect(await ask(lines)).toMatchObject({ status: 204 });
    const text = (value: string) =>
      ask({ headers: { "content-type": "text/plain; charset=utf-8" }, body: Buffer.from(value) });
    expect(await text("abc")).toMatchObject({ status: 204 });
    expect((await text("abcd")).violations).toEqual(["body maxLength: must NOT have more than 3 characters"]);
  });

  test("any body is accepted if the document has no media type", async () => {
    const { ask } = await post({});
    expect(await ask({ body: { any: 1 } })).toMatchObject({ status: 204 });
  });

  test("a type that the document does not have is a 415; its parameters do not count", async () => {
    const { ask } = await post({ "application/json; charset=utf-8": { schema: FIELDS } });
    expect(await ask({ body: { name: "a" } })).toMatchObject({ status: 204 });
    const json = { "content-type": "Application/JSON;charset=UTF-8" };
    expect(await ask({ headers: json, body: { name: "a" } })).toMatchObject({ status: 204 });
    expect((await ask({ body: { nick: "a" } })).violations[0]).toBe(unknown("body", "nick"));
    const other = await ask({ headers: { "content-type": "text/plain" }, body: Buffer.from("a") });
    const found = "header.content-type contentType: must be application/json; charset=utf-8, but is text/plain";
    expect(other).toMatchObject({ status: 415, violations: [found] });
  });
});
