/** A fetch in place of the network that keeps what it was called with and answers with JSON. */
export function recordingFetch(answer: () => Response = () => Response.json([])) {
  const calls: { url: string; init: RequestInit & { headers: Record<string, string> } }[] = [];
  const fetch = (async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    calls.push({ url, init });
    return answer();
  }) as unknown as typeof globalThis.fetch;
  return { fetch, calls };
}
