import { RedirectError } from "../errors.js";
import { readText } from "./answer.js";
import { apiError } from "./api-error.js";
import type { Call, Reply } from "./call.js";
import { readContent, toData } from "./data.js";
import { toConnectionError } from "./network.js";

/** Sends one request and reads its whole answer, so that whatever can go wrong does so here, as a typed error. */
export function exchange(fetch: typeof globalThis.fetch, keyHeader: string) {
  return async (call: Call, signal: AbortSignal): Promise<Reply> => {
    const { url, method, headers: own, body = null } = call.request;
    const headers = { ...own, [keyHeader]: call.key };
    call.attempts += 1;
    call.sentAt = call.platform.now();
    let response: Response;
    let content: string | Blob;
    try {
      // "manual", since fetch forwards a key in a header of its own to wherever a redirect points.
      response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
      refuseRedirect(response, call);
      // Of a failure the status is known, so a body that breaks off changes nothing.
      if (!response.ok) throw apiError(response, await readText(response).catch(() => ""), call);
      content = await readContent(response, call);
    } catch (error) {
      signal.throwIfAborted();
      throw toConnectionError(error, call);
    }
    return { data: toData(response, content, call), response };
  };
}

function refuseRedirect(response: Response, call: Call): void {
  const { status, type, url } = response;
  const moved = url !== "" && !url.startsWith(`${call.request.origin}/`);
  if (!moved && type !== "opaqueredirect" && (status < 300 || status > 399)) return;
  response.body?.cancel().catch(() => {});
  const { origin } = call.request;
  const target = originOf(moved ? url : response.headers.get("location"), origin);
  const to = target === origin ? "the same origin" : (target ?? "an unknown place");
  const what = moved ? `the answer came from ${to}` : `${status || "a"} redirect to ${to}, not followed`;
  // After a 307 or 308 nothing was done (RFC 9110, 15.4.8 and 15.4.9); the others also follow a request that was.
  throw new RedirectError(call.story(false, status !== 307 && status !== 308), what, { status, target });
}

function originOf(location: string | null, base: string): string | undefined {
  return location !== null && URL.canParse(location, base) ? new URL(location, base).origin : undefined;
}
