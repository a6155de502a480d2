import Module, { createRequire } from "node:module";

type PrismHttp = typeof import("@stoplight/prism-http");

/** Requires a module from Prism's own dependencies, wherever the package manager installed them. */
export function requireOfPrism(name: string) {
  return requireOf()(name);
}

const requireOf = () => createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));

/**
 * Loads Prism, without faker: its 70 languages take most of the time. Faker is loaded when a schema has the keyword
 * `x-faker`, for which Prism uses it.
 */
export function loadPrismHttp(): PrismHttp {
  const require = requireOf();
  const file = require.resolve("@faker-js/faker");
  const get = (_: object, name: string) => require(file).default[name];
  const later = Object.assign(new Module(file), { loaded: true, exports: { default: new Proxy({}, { get }) } });
  require.cache[file] ??= later;
  const prism: PrismHttp = require("@stoplight/prism-http");
  if (require.cache[file] === later) delete require.cache[file];
  return prism;
}
