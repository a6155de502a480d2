import { RedirectError } from "../errors.js";
import type { CallResult } from "../types.js";
import { readApiError, readData } from "./answer.js";
import type { Call } from "./call.js";
import { toConnectionError } from "./network.js";

/** Sends one request and reads its whole answer, so that whatever can go wrong does so here, as a typed error. */
export function exchange(fetch: typeof globalThis.fetch, keyHeader: string) {
  return async (call: Call, signal: AbortSignal): Promise<CallResult<unknown>> => {
    const { url, method, headers: own, body = null } = call.request;
    const headers = { ...own, [keyHeader]: call.key };
    call.attempts += 1;
    call.sentAt = call.platform.now();
    try {
      // "manual", since fetch forwards a key in a header of its own to wherever a redirect points.
      const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
      refuseRedirect(response, call);
      if (!response.ok) throw await readApiError(response, call);
      return { data: await readData(response, call), response };
    } catch (error) {
      signal.throwIfAborted();
      throw toConnectionError(error, call);
    }
  };
}

function refuseRedirect(response: Response, call: Call): void {
  const { status, type, url } = response;
  const moved = url !== "" && url !== call.request.url && originOf(url) !== originOf(call.request.url);
  if (!moved && type !== "opaqueredirect" && (status < 300 || status > 399)) return;
  response.body?.cancel().catch(() => {});
  const target = originOf(moved ? url : response.headers.get("location"), call.request.url);
  const to = target === originOf(call.request.url) ? "the same origin" : (target ?? "an unknown place");
  const what = moved ? `the answer came from ${to}` : `${status || "a"} redirect to ${to}, not followed`;
  // After a 307 or 308 nothing was done (RFC 9110, 15.4.8 and 15.4.9); the others also follow a request that was.
  throw new RedirectError(call.story(false, status !== 307 && status !== 308), what, { status, target });
}

function originOf(url: string | null, base?: string): string | undefined {
  return url !== null && URL.canParse(url, base) ? new URL(url, base).origin : undefined;
}
