import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { guideOf } from "../../scripts/docs/guide.js";
import { ROOT } from "../support/run.js";

describe("the guide that the README becomes", () => {
  test("keeps absolute links", () => {
    expect(guideOf("See [Prism](https://example.com/prism).")).toBe("See [Prism](https://example.com/prism).");
  });

  test("names the file in place of a link to it", () => {
    expect(guideOf("| never twice | [shown](test/unit/retry.test.ts#L3) |")).toBe(
      "| never twice | shown (`test/unit/retry.test.ts`) |",
    );
    expect(guideOf("See [`CHANGELOG.md`](CHANGELOG.md) and [CHANGELOG.md](CHANGELOG.md).")).toBe(
      "See `CHANGELOG.md` and CHANGELOG.md.",
    );
  });

  test("keeps the text of a link to a part of the README", () => {
    expect(guideOf("as [above](#errors)")).toBe("as above");
  });

  test("keeps the alternative text of a picture, linked or not", () => {
    expect(guideOf("![build passes](https://example.com/badge.svg)")).toBe("build passes");
    expect(guideOf("[![build](https://example.com/badge.svg)](https://example.com/ci)")).toBe(
      "[build](https://example.com/ci)",
    );
    expect(guideOf("[![license MIT](https://example.com/mit.svg)](LICENSE)")).toBe("license MIT (`LICENSE`)");
  });

  test("leaves code alone", () => {
    const code = "```ts\n# no heading `x`\ncalls[at](first);\n```\nand `list[0](x)`";
    expect(guideOf(code)).toBe(code);
  });

  test("has headings without code, which the navigation cannot show", () => {
    expect(guideOf("## Testing: `polyai-agents/testing`\n\n### `with` differs\n\n#### `fetch`")).toBe(
      "## Testing\n\n### with differs\n\n#### fetch",
    );
  });

  test("is the README from its title to its end", async () => {
    const readme = await readFile(join(ROOT, "README.md"), "utf8");
    const guide = guideOf(readme);
    expect(guide).toMatch(/^# \S/);
    expect(guide.match(/^#+ /gm)).toEqual(readme.match(/^#+ /gm));
    expect(guide.match(/```/g)).toEqual(readme.match(/```/g));
  });
});
