import { oneLine } from "../../../src/text.js";
import { Problem } from "../../problem.js";

const MAX_MESSAGE = 300;

/** The problem with a source, in one line: its name, what is wrong, and what to do. */
export function refusal(name: string, words: string): Problem {
  return new Problem(oneLine(`${oneLine(name, MAX_MESSAGE / 2)} ${words}`, MAX_MESSAGE));
}

/** A word of the source for a message: quoted, in one line, and shortened. */
export function quoted(word: string): string {
  return JSON.stringify(oneLine(word, 80));
}

/** Removes user, password, query and fragment from a URL, or from a text that may be meant as a URL. */
export function withoutSecrets(address: string): string {
  return address
    .slice(0, 1_000)
    .replace(/[?#].*$/s, "")
    .replace(/\/\/.*@/s, "//")
    .replace(/^[^/]*:[^/]*@/, "");
}
