/** The properties of the global object that tell a browser from other runtimes. */
type Scope = { navigator?: { appCodeName?: unknown }; process?: { versions?: { node?: unknown } } };

/**
 * Whether the code runs in a window or worker of a browser, where every visitor of the page can read a key. All
 * browsers have `navigator.appCodeName` "Mozilla" (HTML standard, client identification); Node, Deno, Bun and workerd
 * do not have it. jsdom and Electron windows with Node do, but run on Node and are not browsers here.
 */
export function isBrowser({ navigator, process }: Scope = globalThis): boolean {
  return navigator?.appCodeName === "Mozilla" && process?.versions?.node === undefined;
}

/** An environment variable. Undefined if it is unset or empty, in browsers, and in Deno without the permission. */
export function environment(name: string): string | undefined {
  try {
    // A polluted Object.prototype must not supply it.
    const { env } = globalThis.process;
    return (Object.hasOwn(env, name) && env[name]) || undefined;
  } catch {
    return undefined;
  }
}

/** The origin of the page or worker; undefined if it has none with http or https. */
export function pageOrigin(): string | undefined {
  try {
    const { origin } = globalThis.location;
    return /^https?:/.test(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** The build replaces this by the version. */
declare const PACKAGE_VERSION: string | undefined;

/**
 * The `user-agent` header: package, version and JavaScript runtime. Undefined in a browser: it has its own, and a
 * header set by the client would cost a CORS preflight.
 */
export function userAgent(): { "user-agent": string } | undefined {
  if (isBrowser()) return undefined;
  const { navigator, process } = globalThis as { navigator?: Navigator; process?: NodeJS.Process };
  // Node 20 has no navigator. jsdom's looks like that of a browser.
  const own = navigator?.userAgent;
  const runtime = own && !own.startsWith("Mozilla") ? own : `Node.js/${process?.versions?.node}`;
  const version = typeof PACKAGE_VERSION === "string" ? PACKAGE_VERSION : "source";
  return { "user-agent": `polyai-agents/${version} (${runtime})` };
}
