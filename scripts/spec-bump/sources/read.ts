import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { refusal, withoutSecrets } from "./refusal.js";

/** The limits of a source. */
export interface Limits {
  /** The size in bytes, after decompression. */
  readonly bytes: number;
  /** The time for a download, in milliseconds. */
  readonly milliseconds: number;
}

/** The published document has about 150 kB. */
export const LIMITS: Limits = { bytes: 10_000_000, milliseconds: 30_000 };

/** The text of a source. */
export interface SourceText {
  /** The name in messages: the path, or the URL without user, password and query. */
  readonly name: string;
  readonly text: string;
  /** Whether the name or the media type says that the text is Markdown. */
  readonly isMarkdown: boolean;
}

const ACCEPT = "application/yaml, application/json, text/markdown, text/plain, */*;q=0.1";
const ADVICE = "check the URL and the network, or download it and give the file";
const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads a file, by a path relative to the working directory, or a URL.
 *
 * @throws {Problem} when the source cannot be read, is too large or too slow, or is not text.
 */
export async function readSource(source: string, limits: Limits): Promise<SourceText> {
  const isUrl = /^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(source);
  const { name, bytes, mediaType = "" } = isUrl ? await download(source, limits) : await readFile(source, limits);
  const isMarkdown = /\.mdx?$/i.test(name) || /^text\/(?:x-)?markdown\b/i.test(mediaType);
  return { name, text: decode(name, bytes), isMarkdown };
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

async function readFile(path: string, limits: Limits): Promise<Source> {
  if (path.trim() === "") throw refusal("A source", "is empty: give a file or a URL");
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw refusal(path, "is a folder: give the file in it");
    // Reading a device or a pipe may never end.
    if (!status.isFile()) throw refusal(path, "is not a regular file: save its content in one, and give that");
    return { name: path, bytes: await collect(path, createReadStream(path), limits) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    // The path may be a URL without its scheme, with a secret in it.
    const name = withoutSecrets(path);
    if (code === "ENOENT") throw refusal(name, "does not exist: check the path (a URL starts with https://)");
    throw refusal(name, `cannot be read (${code}): check the path and its permissions`);
  }
}

/**
 * Downloads a URL: https, or http on a loopback host, because anybody on the network could change a document that comes
 * over plain http. Redirects are not followed: the user decides where the document comes from.
 */
async function download(source: string, limits: Limits): Promise<Source> {
  const url = toUrl(source);
  const name = sourceName(url);
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(url, { redirect: "manual", headers: { accept: ACCEPT }, signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refuseStatus(name, response, url);
    }
    // The types of the DOM do not know that a stream can be iterated.
    const chunks = (response.body ?? []) as unknown as Chunks;
    const bytes = await collect(name, chunks, limits);
    return { name, bytes, mediaType: response.headers.get("content-type") ?? "" };
  } catch (error) {
    if (signal.aborted) {
      const seconds = limits.milliseconds / 1_000;
      throw refusal(name, `has not ended after ${seconds} s: try again, or download it and give the file`);
    }
    // fetch rejects with a TypeError when the network fails (fetch standard, 4.6).
    throw error instanceof TypeError ? refusal(name, `cannot be fetched (${codeOf(error)}): ${ADVICE}`) : error;
  }
}

function toUrl(source: string): URL {
  const name = withoutSecrets(source);
  if (!URL.canParse(source)) throw refusal(name, "is not a valid URL: check how it is written");
  const url = new URL(source);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refusal(name, `is a ${url.protocol} URL: give an https URL, or the path of a file`);
  }
  if (url.username || url.password) {
    throw refusal(sourceName(url), "has a user or a password in it: download the document and give the file");
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw refusal(sourceName(url), "is plain http, which anybody on the network can change: give its https URL");
  }
  return url;
}

/** A URL without its query, which may contain a secret. */
function sourceName({ origin, protocol, pathname }: URL): string {
  return origin === "null" ? protocol : `${origin}${pathname}`;
}

function refuseStatus(name: string, { status, headers }: Response, url: URL) {
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null) {
    const target = URL.canParse(location, url.href) ? sourceName(new URL(location, url)) : "an invalid URL";
    return refusal(name, `redirects to ${target}: redirects are not followed; give that URL if you trust it`);
  }
  const advice = status === 401 || status === 403 ? "download the document and give the file" : "check the URL";
  return refusal(name, `answers ${status}, not 200: ${advice}`);
}

/** The code of the system's error. Its message is not shown, because it may contain the URL. */
function codeOf({ cause }: TypeError): string {
  const { code, errors } = (cause ?? {}) as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? "network error";
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Reads a stream, and stops as soon as it is too large. */
async function collect(name: string, stream: Chunks, { bytes }: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > bytes) throw refusal(name, `has more than ${bytes / 1_000_000} MB: no API document is as large`);
  }
  return Buffer.concat(chunks);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Not UTF-8.
  }
  throw refusal(name, "is binary or not UTF-8: give JSON, YAML or Markdown, saved as UTF-8 and not compressed");
}
