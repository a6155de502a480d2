/** What an operation id looks like, by our own lint rule. */
export const OPERATION_ID = /^[a-z][a-zA-Z0-9]*$/;

interface Named {
  readonly method: string;
  readonly path: string;
}

/**
 * The id that an operation is given: its method, and the words of its path without the version. A word before a
 * parameter stands for one of its kind and is singular: `GET /v1/things/{thingId}/audio` is `getThingAudio`, and
 * `DELETE /v1/things/{thingId}` is `deleteThing`. It depends on nothing but the operation.
 */
export function shortId({ method, path }: Named): string {
  const segments = segmentsOf(path).filter((segment, index) => !(index === 0 && /^v\d+$/i.test(segment)));
  const words = segments.flatMap((segment, index) => {
    if (isParameter(segment)) return isParameter(segments[index - 1] ?? segment) ? [byName(segment)] : [];
    return [isParameter(segments[index + 1] ?? "") ? singular(inCamels(segment)) : inCamels(segment)];
  });
  return method.toLowerCase() + words.join("");
}

/** The longer id for when the short one is taken: nothing of the path is left out (`getV1ThingsByThingIdAudio`). */
export function longId({ method, path }: Named): string {
  const words = segmentsOf(path).map((segment) => (isParameter(segment) ? byName(segment) : inCamels(segment)));
  return method.toLowerCase() + words.join("");
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function isParameter(segment: string): boolean {
  return /^\{[^{}]*\}$/.test(segment);
}

function byName(segment: string): string {
  return `By${inCamels(segment)}`;
}

function inCamels(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .match(/[a-zA-Z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/i.test(word)) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  return word.replace(/(?<=ss|x|ch|sh)es$|s$/, "");
}
