/** A JSDoc comment with these paragraphs, indented by `indent` spaces. Empty if there are no paragraphs. */
export function jsdoc(paragraphs: readonly (string | undefined | false)[], indent = 0): string {
  const text = paragraphs.filter(Boolean).join("\n\n").replaceAll("*/", "*\\/").trim();
  if (text === "") return "";
  const margin = " ".repeat(indent);
  if (!text.includes("\n")) return `${margin}/** ${text} */\n`;
  const lines = text.split(/\r?\n/).map((line) => `${margin} * ${line}`.trimEnd());
  return [`${margin}/**`, ...lines, `${margin} */\n`].join("\n");
}
