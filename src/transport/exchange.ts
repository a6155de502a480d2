import { RedirectError } from "../errors.js";
import { apiError, readText, toData } from "./body.js";
import type { Call, Reply } from "./call.js";
import { toConnectionError } from "./network.js";

/** Sends one request and reads its whole answer, so that whatever can go wrong does so here, as a typed error. */
export function exchange(fetch: typeof globalThis.fetch, keyHeader: string) {
  return async (call: Call, signal: AbortSignal): Promise<Reply> => {
    const { url, method, headers: own, body = null } = call.request;
    const headers = { ...own, [keyHeader]: call.key };
    call.attempts += 1;
    call.sentAt = call.platform.now();
    call.inFlight = true;
    let response: Response;
    let text: string;
    try {
      // "manual", since fetch forwards a key in a header of its own to wherever a redirect points.
      response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
      refuseRedirect(response, call);
      // Of a failure the status is known, so a body that breaks off changes nothing.
      text = response.ok ? await readText(response) : await readText(response).catch(() => "");
    } catch (error) {
      signal.throwIfAborted();
      throw toConnectionError(error, call);
    }
    if (!response.ok) throw apiError(response, text, call);
    const data = toData(response, text, call);
    call.inFlight = false;
    return { data, response };
  };
}

function refuseRedirect(response: Response, call: Call): void {
  const { status, type, url } = response;
  const moved = url !== "" && !url.startsWith(`${call.request.origin}/`);
  if (!moved && type !== "opaqueredirect" && (status < 300 || status > 399)) return;
  response.body?.cancel().catch(() => {});
  const location = moved ? url : response.headers.get("location");
  const target =
    location !== null && URL.canParse(location, call.request.url)
      ? new URL(location, call.request.url).origin
      : undefined;
  const to = target === call.request.origin ? "the same origin" : (target ?? "an unknown place");
  const what = moved ? `the answer came from ${to}` : `${status || "a"} redirect to ${to}, not followed`;
  // After a 307 or 308 nothing was done (RFC 9110, 15.4.8 and 15.4.9); the others also follow a request that was.
  const story = call.story(false, status !== 307 && status !== 308);
  throw new RedirectError(story, what, status, target);
}
