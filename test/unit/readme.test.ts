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
  // Without the list of operations, which depends on the version of the API.
  const words = readme.replace(/(?<=without a response schema [^:]*:)[^.]*(?=\.)/, "");
  expect(words.split("\n").length).toBeLessThan(261);
});
