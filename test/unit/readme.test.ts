import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const readme = await readFile(join(ROOT, "README.md"), "utf8");

test("every file that the README links to is there", async () => {
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? "");
  expect(targets.length).toBeGreaterThan(10);
  await Promise.all(targets.map((target) => access(join(ROOT, target))));
});

test("the README stays short enough to be read", () => {
  // At most 260 lines with the list of operations of this version, which has two line breaks.
  const words = readme.replace(/(?<=without a response schema [^:]*:)[^.]*(?=\.)/, "");
  expect(words.split("\n").length).toBeLessThan(260);
});
