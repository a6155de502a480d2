// The proxy for ./page.ts, on the server that the page comes from: it passes calls on to the API and adds the key.
// It is a fetch handler, as in Next.js, Hono, Bun, Deno and Cloudflare Workers. Check first that the user may call.
const PREFIX = "/api/polyai";

export interface ProxyOptions {
  readonly apiKey: string;
  /** The server of your region. */
  readonly server: string;
  /** Whether the user of your app may make this call: look at the session, the method and the path. */
  readonly mayCall: (request: Request, path: string) => boolean | Promise<boolean>;
}

export function createProxy({ apiKey, server, mayCall }: ProxyOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (!pathname.startsWith(`${PREFIX}/`)) return new Response(null, { status: 404 });
    const path = pathname.slice(PREFIX.length);
    if (!(await mayCall(request, path))) return new Response(null, { status: 403 });
    const headers = new Headers({ "x-api-key": apiKey });
    const type = request.headers.get("content-type");
    if (type) headers.set("content-type", type);
    const body = request.body && (await request.arrayBuffer());
    const { method, signal } = request;
    // `redirect`: a redirect must not carry the key to another host.
    const answer = await fetch(server + path + search, { method, headers, body, signal, redirect: "manual" });
    const kept = ["content-type", "retry-after", "x-polyai-correlation-id"].flatMap((name): [string, string][] => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return new Response(answer.body, { status: answer.status, headers: kept });
  };
}
