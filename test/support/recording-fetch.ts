/** What a fetch was called with, with the headers as an object of lower-case names. */
export interface RecordedCall {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

/** A fetch in place of the network that keeps what it was called with and answers with JSON. */
export function recordingFetch(answer: () => Response = () => Response.json([])) {
  const calls: RecordedCall[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    calls.push({ url, init: { ...init, headers: Object.fromEntries(new Headers(init.headers)) } });
    return answer();
  }) as typeof globalThis.fetch;
  return { fetch, calls };
}
