import { expect, test } from "vitest";
import { OUR_PACKAGE } from "../../scripts/bench/report.js";
import { size } from "../../scripts/bench/size.js";

// The figure that `npm run bench -- --only c` prints: bundled by esbuild for browsers, minified, gzipped at level 9.
test("a page that makes one call loads at most 9,500 bytes", async () => {
  const { rows, bars } = await size();
  const { gzipped } = rows.find(({ name }) => name === OUR_PACKAGE)?.figures ?? {};
  expect(bars).toEqual([{ row: OUR_PACKAGE, column: "gzipped", atMost: 9.5 }]);
  expect(gzipped).toBeLessThanOrEqual(9.5);
});
