/** How the report writes what comes from the documents. The documents may contain hostile text. */
export interface Style {
  /** A name, such as a path. */
  name(text: string): string;
  /** A sentence, such as a message of Redocly. */
  words(text: string): string;
}

/** For a terminal. */
export const TEXT: Style = { name: plain, words: plain };

/** For the text of a pull request, and for CHANGELOG.md. */
export const MARKDOWN: Style = { name: code, words: escaped };

const MOST_CHARACTERS = 400;
const ESCAPE = String.fromCharCode(27);
/** Colors and movements of a terminal (ECMA-48, 5.4). */
const SEQUENCES = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]`, "g");
/** Control characters, and characters that are invisible or change the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line of a text, without characters that move the cursor or that a reader would not see. */
export function plain(text: string): string {
  const characters = [...text.replace(SEQUENCES, "").replace(UNSEEN, " ")];
  const isLong = characters.length > MOST_CHARACTERS;
  return isLong ? `${characters.slice(0, MOST_CHARACTERS).join("")}…` : characters.join("");
}

/** A code span. Its fence is longer than any row of backticks in it (CommonMark, 6.1). */
function code(name: string): string {
  const text = plain(name);
  const rows = [...text.matchAll(/`+/g)].map(([row]) => row.length);
  const fence = "`".repeat(Math.max(0, ...rows) + 1);
  const padding = /^[` ]|[` ]$/.test(text) || text === "" ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** Markdown that shows the text as it is. A zero-width space keeps `@name`, `#1` and addresses from becoming links. */
function escaped(words: string): string {
  return plain(words)
    .replace(/[\\`*_[\]<>#|~$&]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/gi, "$&\u200b");
}
