/** What tells a browser from everything else that runs JavaScript. */
type Scope = { navigator?: { appCodeName?: unknown }; process?: { versions?: { node?: unknown } } };

/**
 * Whether this is a browser's window or worker, where whoever opens the page can read what the code holds. Each of these
 * has `navigator.appCodeName`, always "Mozilla" (HTML standard, client identification); Node, Deno, Bun and workerd do
 * not. jsdom has it too, but runs on Node, as does an Electron window that is given Node: its user has the whole app.
 */
export function isBrowser({ navigator, process }: Scope = globalThis): boolean {
  return navigator?.appCodeName === "Mozilla" && process?.versions?.node === undefined;
}

/** A variable of the environment, where there is one (not in browsers, and in Deno only with the permission). */
export function environment(name: string): string | undefined {
  try {
    // Not one of a polluted Object.prototype.
    const { env } = globalThis.process;
    return (Object.hasOwn(env, name) && env[name]) || undefined;
  } catch {
    return undefined;
  }
}

/** The origin of this page or worker, where it is one of http or https. */
export function pageOrigin(): string | undefined {
  try {
    const { origin } = globalThis.location;
    return /^https?:/.test(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Set when the package is built. */
declare const PACKAGE_VERSION: string | undefined;

/**
 * The header `user-agent`: this package and its version, and the JavaScript runtime. Undefined in a browser, which sends
 * its own: a header of ours would make it ask for permission first (CORS).
 */
export function userAgent(): { "user-agent": string } | undefined {
  if (isBrowser()) return undefined;
  const { navigator, process } = globalThis as { navigator?: Navigator; process?: NodeJS.Process };
  // Node 20 has no navigator, and jsdom has that of a browser.
  const own = navigator?.userAgent;
  const runtime = own && !own.startsWith("Mozilla") ? own : `Node.js/${process?.versions?.node}`;
  const version = typeof PACKAGE_VERSION === "string" ? PACKAGE_VERSION : "source";
  return { "user-agent": `polyai-agents/${version} (${runtime})` };
}
