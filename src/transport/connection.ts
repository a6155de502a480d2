/** undici's dispatcher, as far as it matters here. */
interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/**
 * On Node, the option of fetch that keeps the connection after a DELETE with a body: undici closes it, because the method
 * expects no body. The dispatcher forwards to the platform's with `reset: false`, so proxies and mocks stay in effect.
 * Undefined elsewhere, and before the first fetch of the process, when there is no dispatcher yet.
 *
 * The close protects against servers that ignore a DELETE's body and read it as the next request: see SECURITY.md.
 */
export function keepAlive(): { dispatcher: Dispatcher } | undefined {
  // Node's fetch reads the second symbol from undici 8 on, and the first one before, also where both are there.
  const version = Number.parseInt(globalThis.process?.versions?.undici ?? "", 10);
  const name = `undici.globalDispatcher.${version >= 8 ? 2 : 1}`;
  const platform = (globalThis as { [symbol: symbol]: Dispatcher | undefined })[Symbol.for(name)];
  if (!platform) return undefined;
  const dispatch: Dispatcher["dispatch"] = (options, handler) =>
    platform.dispatch({ ...options, reset: false }, handler);
  // Inherits from the platform's, whose other members a MockAgent asks for.
  return { dispatcher: Object.create(platform, { dispatch: { value: dispatch } }) };
}
