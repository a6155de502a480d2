/**
 * `npm run test:runtimes [-- node@24 deno ...]`: packs the package, and runs the same program with it in every runtime
 * that it supports, and the projects in test/examples. The runtimes are installed from npm into a temporary folder; the
 * browser is Debian's. Prints a line for each runtime. A runtime that cannot be installed is reported as missing. Exit
 * code 0 if all runtimes passed.
 */
import { join } from "node:path";
import { pack } from "../test/support/packed.js";
import { Problem } from "./problem.js";
import { chromium, workerd } from "./runtimes/bundles.js";
import { bun, deno, node } from "./runtimes/engines.js";
import { examples } from "./runtimes/examples.js";
import { jestCommonJs } from "./runtimes/jest-commonjs.js";
import { outcomeOf, type Runtime } from "./runtimes/runtime.js";
import { jest, vitest } from "./runtimes/test-runners.js";
import { typescript } from "./runtimes/typescript.js";

const RUNTIMES: readonly Runtime[] = [
  ...["20.19.0", "20", "22", "24", "26"].map(node),
  bun,
  deno,
  workerd,
  chromium,
  ...["5.4", "6", "7"].map(typescript),
  jest,
  ...jestCommonJs,
  vitest,
  ...(await examples()),
];

function wanted(names: readonly string[]): readonly Runtime[] {
  const known = RUNTIMES.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Problem(`there is no runtime ${unknown}; there are ${known.join(", ")}`);
  return names.length === 0 ? RUNTIMES : RUNTIMES.filter(({ name }) => names.includes(name));
}

async function testAll(names: readonly string[]): Promise<void> {
  const runtimes = wanted(names);
  const packed = await pack();
  const counts = { passed: 0, failed: 0, MISSING: 0 };
  try {
    for (const { name, get } of runtimes) {
      const { outcome, version, why } = await outcomeOf(get(join(packed.folder, name), packed));
      counts[outcome] += 1;
      console.log(
        `${name.padEnd(16)} ${version.padEnd(14)} ${outcome}${why && `\n    ${why.replaceAll("\n", "\n    ")}`}`,
      );
    }
  } finally {
    await packed.remove();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.MISSING} missing`);
  if (counts.MISSING > 0) console.log("exit code 1: what is missing was not proved");
  process.exitCode = counts.passed === runtimes.length ? 0 : 1;
}

try {
  await testAll(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
