const CODE = "```[\\s\\S]*?```|`[^`]*`";
const HEADING = "^(?<heading>#+ .*)$";
const IMAGE = "!\\[([^\\]]*)\\]\\([^)]*\\)";
const LINK = `\\[(?<text>(?:${IMAGE}|\`[^\`]*\`|[^\\]\`])*)\\]\\((?!https?:)(?<target>[^)\\s]*)\\)`;
const PARTS = new RegExp([HEADING, LINK, `(?<image>${IMAGE})`, CODE].join("|"), "gm");

/**
 * The README as a part of the page. The page has no other files, so a link to a file becomes the name of the file, and
 * a picture becomes its alternative text.
 */
export function guideOf(readme: string): string {
  return readme.replace(PARTS, (whole, ...rest) => {
    const { heading, image, text, target } = rest.at(-1) as Record<string, string | undefined>;
    if (heading !== undefined) return plainHeading(heading);
    if (image !== undefined) return withoutImages(image);
    return text === undefined || target === undefined ? whole : named(withoutImages(text), target);
  });
}

/** Removes code from a heading: Redoc's navigation does not show it, and its links do not work with a slash. */
function plainHeading(heading: string): string {
  return heading
    .replace(/:? *`[^`]*`$/, (code) => (/^#+$/.test(heading.replace(code, "")) ? code : ""))
    .replaceAll("`", "");
}

function named(text: string, target: string): string {
  const [file = ""] = target.split("#");
  return text.includes(file) ? text : `${text} (\`${file}\`)`;
}

function withoutImages(text: string): string {
  return text.replace(new RegExp(IMAGE, "g"), "$1");
}
