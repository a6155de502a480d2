import { ConnectionError, RedirectError } from "../errors.js";
import { apiError, readText, toData } from "./body.js";
import { type Call, type Platform, storyOf, type Transport } from "./call.js";
import { networkFailure, safeCause } from "./network.js";

/** Sends one request and reads its whole answer, so that whatever can go wrong does so here, as a typed error. */
export function exchange(fetch: typeof globalThis.fetch, platform: Platform): Transport {
  return async (call) => {
    const { progress } = call;
    progress.attempts += 1;
    progress.sentAt = platform.now();
    progress.inFlight = true;
    const response = await orConnectionError(call, platform, () => {
      const { method, headers, body = null, signal = null } = call;
      // "manual", since fetch forwards a key in a header of its own to wherever a redirect points.
      return fetch(call.url, { method, headers, body, signal, redirect: "manual" });
    });
    refuseRedirect(response, call, platform);
    if (!response.ok) {
      // The status is known, so a body that breaks off changes nothing.
      const text = await readText(response).catch(() => undefined);
      call.signal?.throwIfAborted();
      throw apiError(response, text, call, platform);
    }
    const text = await orConnectionError(call, platform, () => readText(response));
    const data = toData(response, text, call, platform);
    progress.inFlight = false;
    return { data, response };
  };
}

async function orConnectionError<T>(call: Call, platform: Platform, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    call.signal?.throwIfAborted();
    const failure = networkFailure(error);
    if (!failure) throw error;
    const { code, neverMade, permanent } = failure;
    const what = neverMade
      ? "the connection could not be made"
      : "the connection broke before the whole answer was read";
    const story = storyOf(call, platform.now(), !permanent && (neverMade || call.idempotent), !neverMade);
    throw new ConnectionError(story, code ? `${what}: ${code}` : what, undefined, safeCause(error, call.secret));
  }
}

function refuseRedirect(response: Response, call: Call, platform: Platform): void {
  const { status, type, url } = response;
  const origin = new URL(call.url).origin;
  const moved = url !== "" && new URL(url).origin !== origin;
  const redirect = type === "opaqueredirect" || (status >= 300 && status < 400);
  if (!moved && !redirect) return;
  response.body?.cancel().catch(() => {});
  const target = moved ? new URL(url).origin : targetOf(response.headers.get("location"), call.url);
  const to = target === undefined ? "" : ` to ${target === origin ? "the same origin" : target}`;
  const what = redirect ? `${status || "a"} redirect${to}, not followed` : `the answer came from ${target}`;
  // After a 307 or 308 nothing was done (RFC 9110, 15.4.8 and 15.4.9); the others also follow a request that was.
  const story = storyOf(call, platform.now(), false, status !== 307 && status !== 308);
  throw new RedirectError(story, what, status, target);
}

function targetOf(location: string | null, base: string): string | undefined {
  return location !== null && URL.canParse(location, base) ? new URL(location, base).origin : undefined;
}
