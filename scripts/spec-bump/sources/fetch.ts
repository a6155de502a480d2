import { collect } from "./collect.js";
import { type Limits, megabytes } from "./limits.js";
import { refusal, withoutSecrets } from "./refusal.js";

const ACCEPT = "application/yaml, application/json, text/markdown, text/plain, */*;q=0.1";
const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** What a URL gave. */
interface Fetched {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * Fetches a URL: https, or http on a loopback host, since anybody on the way could write into a contract that comes over
 * plain http. Redirects are not followed: where the document comes from is for a person to decide.
 *
 * @throws {Problem} when that does not give a text with status 200, small enough and soon enough.
 */
export async function fetchSource(source: string, limits: Limits): Promise<Fetched> {
  const url = toUrl(source);
  const name = nameOf(url);
  const late = refusal(
    name,
    `has not ended after ${limits.milliseconds / 1_000} s: try again, or download it and give the file`,
  );
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(late), limits.milliseconds);
  try {
    const response = await fetch(url, { redirect: "manual", headers: { accept: ACCEPT }, signal: controller.signal });
    refuseUnlessOk(name, response, url);
    // The bytes are counted as they come out of decompression.
    const bytes = await collect(toChunks(response), limits.bytes);
    if (!bytes)
      throw refusal(name, `gives more than ${megabytes(limits.bytes)}: no API document is as large; check the URL`);
    return { name, bytes, mediaType: response.headers.get("content-type") ?? "" };
  } catch (error) {
    // fetch tells every failure of the network as a TypeError (fetch standard, 4.6 and 2.2.4).
    throw error instanceof TypeError ? refusal(name, `cannot be fetched (${reasonOf(error)}): ${ADVICE}`) : error;
  } finally {
    clearTimeout(timer);
    // Whatever has not been read is not wanted; left open, it would keep the connection.
    controller.abort();
  }
}

const ADVICE = "check the URL and the network, or download it and give the file";

/** Node's streams can be iterated; the types of the DOM do not know it. */
function toChunks({ body }: Response): AsyncIterable<Uint8Array> {
  return (body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>;
}

function toUrl(source: string): URL {
  const name = withoutSecrets(source);
  if (!URL.canParse(source)) throw refusal(name, "is not a valid URL: check how it is written");
  const url = new URL(source);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refusal(name, `is a ${url.protocol} URL: give an https URL, or the path of a file`);
  }
  if (url.username || url.password) {
    throw refusal(nameOf(url), "has a user or a password in it: download the document and give the file");
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw refusal(nameOf(url), "is plain http, which anybody on the way can change: give its https URL");
  }
  return url;
}

/** A URL without what may be secret in it. */
function nameOf({ origin, protocol, pathname }: URL): string {
  return origin === "null" ? protocol : `${origin}${pathname}`;
}

function refuseUnlessOk(name: string, { status, headers }: Response, url: URL): void {
  if (status === 200) return;
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null) {
    const target = URL.canParse(location, url.href) ? nameOf(new URL(location, url)) : "an address that makes no sense";
    throw refusal(name, `redirects to ${target}: redirects are not followed; give that URL if you trust it`);
  }
  const advice = status === 401 || status === 403 ? "download the document and give the file" : "check the URL";
  throw refusal(name, `answers ${status}, not 200: ${advice}`);
}

/** The code of the error at the root. Messages are left out where there is one: they may quote the URL. */
function reasonOf(error: Error): string {
  let root: { code?: unknown; cause?: unknown; errors?: unknown[]; message?: unknown } = error;
  for (let depth = 0; depth < 5 && typeof (root.errors?.[0] ?? root.cause) === "object"; depth += 1) {
    root = (root.errors?.[0] ?? root.cause) as typeof root;
  }
  return String(root.code ?? root.message);
}
