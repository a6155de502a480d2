import { oneLine } from "../../../src/text.js";
import { Problem } from "../../problem.js";
import { MAX_DEPTH, MAX_MESSAGE } from "./limits.js";

/** The Problem of a source, in one line: which one, what is wrong with it and what to do. */
export function refusal(name: string, words: string): Problem {
  return new Problem(oneLine(`${oneLine(name, MAX_MESSAGE / 2)} ${words}`, MAX_MESSAGE));
}

/** The one for a document that only a person who means harm, or a broken program, nests like that. */
export function tooDeep(name: string): Problem {
  return refusal(
    name,
    `is nested more than ${MAX_DEPTH} levels deep, as no API document is: check where it comes from`,
  );
}

/** A word of the source as it can be shown: quoted, without line breaks, and cut where it is long. */
export function quoted(word: string): string {
  return JSON.stringify(oneLine(word, 80));
}

/** Takes user, password, query and fragment out of what may be an address, whether it can be read as one or not. */
export function withoutSecrets(address: string): string {
  // Longer ones would only cost time.
  return address
    .slice(0, 1_000)
    .replace(/[?#].*$/s, "")
    .replace(/\/\/.*@/s, "//")
    .replace(/^[^/]*:[^/]*@/, "");
}
