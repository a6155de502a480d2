import { expect, test } from "vitest";
import { US } from "../../scripts/bench/report.js";
import { size } from "../../scripts/bench/size.js";

// The figure that `npm run bench -- --only c` prints: bundled by esbuild for browsers, minified, gzipped at level 9.
test("a page that makes one call loads at most 7,000 bytes", async () => {
  const { rows, bars } = await size();
  const { gzipped } = rows.find(({ name }) => name === US)?.figures ?? {};
  expect(bars).toEqual([{ row: US, column: "gzipped", atMost: 7 }]);
  expect(gzipped).toBeLessThanOrEqual(7);
});
