/** The part of undici's dispatcher that is used here. */
interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/**
 * The option of Node's fetch that keeps the connection open after a DELETE with a body. By default undici closes it,
 * since a DELETE normally has no body. The dispatcher forwards to the platform's dispatcher with `reset: false`, so
 * that proxies and mocks stay in effect. Undefined on other platforms, and before the first fetch of the process.
 *
 * Closing protects from servers that ignore the body of a DELETE and read it as the next request: see SECURITY.md.
 */
export function keepAlive(): { dispatcher: Dispatcher } | undefined {
  // Node's fetch reads the second symbol since undici 8, and the first one before, even if both exist.
  const version = Number.parseInt(globalThis.process?.versions?.undici ?? "", 10);
  const name = `undici.globalDispatcher.${version >= 8 ? 2 : 1}`;
  const platform = (globalThis as { [symbol: symbol]: Dispatcher | undefined })[Symbol.for(name)];
  if (!platform) return undefined;
  if (last?.platform !== platform) last = { platform, dispatcher: withoutReset(platform) };
  return { dispatcher: last.dispatcher };
}

/** The last dispatcher that was made, since making one for each call is slow. */
let last: { platform: Dispatcher; dispatcher: Dispatcher } | undefined;

function withoutReset(platform: Dispatcher): Dispatcher {
  const dispatch: Dispatcher["dispatch"] = (options, handler) =>
    platform.dispatch({ ...options, reset: false }, handler);
  // Inherits from the platform's dispatcher, since a MockAgent uses other members of it.
  return Object.create(platform, { dispatch: { value: dispatch } });
}
