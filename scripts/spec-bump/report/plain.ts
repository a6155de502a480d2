/** As many characters of one name or sentence as a reader can use. */
const LONGEST = 400;

const ESCAPE = String.fromCharCode(27);
/** Colors and movements of a terminal (ECMA-48, 5.4): with the control character alone gone, the rest would show. */
const SEQUENCES = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]`, "g");
/** Controls, and what is invisible or turns the direction of writing: a reader would not see what stands there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** A text from outside as it can be printed on one line: nothing in it moves the cursor, hides or pretends. */
export function plain(text: string): string {
  const characters = [...text.replace(SEQUENCES, "").replace(UNSEEN, " ")];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}
