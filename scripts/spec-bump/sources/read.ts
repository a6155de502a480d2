import type { Stats } from "node:fs";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { collect } from "./collect.js";
import { fetchSource } from "./fetch.js";
import { type Limits, megabytes } from "./limits.js";
import { refusal, withoutSecrets } from "./refusal.js";

/** The text of a source and what is known of it. */
export interface SourceText {
  /** How messages call it: the path as it was typed, or the URL without user, password and query. */
  readonly name: string;
  readonly text: string;
  /** Whether its name or its media type says that it is Markdown. */
  readonly isMarkdown: boolean;
}

/**
 * Reads a file, by a path relative to the working directory, or an http(s) URL.
 *
 * @throws {Problem} when there is none, when it is too large or too slow, and when it is not text.
 */
export async function readSource(source: string, limits: Limits): Promise<SourceText> {
  const isAddress = /^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(source);
  const { name, bytes, mediaType } = isAddress ? await fetchSource(source, limits) : await readFile(source, limits);
  const isMarkdown = /\.mdx?$/i.test(name) || /^text\/(?:x-)?markdown\b/i.test(mediaType);
  return { name, text: decode(name, bytes), isMarkdown };
}

async function readFile(path: string, limits: Limits) {
  if (path.trim() === "") throw refusal("A source", "is empty: give a file or a URL");
  const status = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  refuseUnlessFile(path, status);
  const tooLarge = () =>
    refusal(path, `has more than ${megabytes(limits.bytes)}: no API document is as large; check the file`);
  if (status.size > limits.bytes) throw tooLarge();
  try {
    // The size is only what the file had a moment ago.
    const bytes = await collect(createReadStream(path), limits.bytes);
    if (!bytes) throw tooLarge();
    return { name: path, bytes, mediaType: "" };
  } catch (error) {
    throw isSystemError(error) ? unreadable(path, error) : error;
  }
}

function refuseUnlessFile(path: string, status: Stats): void {
  if (status.isDirectory()) throw refusal(path, "is a folder: give the file in it");
  // A device or a pipe may never end, and opening one may never return.
  if (!status.isFile()) throw refusal(path, "is not a regular file: save what it gives in one, and give that");
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}

function unreadable(path: string, { code }: NodeJS.ErrnoException) {
  // Perhaps an address without its scheme, and then perhaps with a secret.
  if (code === "ENOENT")
    return refusal(withoutSecrets(path), "does not exist: check the path (a URL starts with https://)");
  return refusal(path, `cannot be read (${code}): check the path and its permissions`);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw refusal(name, "is binary or not UTF-8: give JSON, YAML or Markdown, saved as UTF-8 and not compressed");
}
