// Runs Prism in a process of its own, since some requests end it (a malformed percent escape, a malformed multipart
// part). JavaScript, so that it can be forked from the sources and from the build alike. The parent says what to serve;
// the answer is `{ url }` or `{ error }`. Each exchange is reported, and `{ ping }` is answered after all before it.
import { readFile } from "node:fs/promises";

/** @typedef {{ document: string, port: number }} Request */

const INSTALL =
  "npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0 @stoplight/prism-http-server@5.12.2 yaml";

/** @param {Request} request */
async function serve({ document, port }) {
  const { parse } = await needed(() => import("yaml"));
  const closedDocument = closed(await read(document, parse));
  // Only then, since these take seconds to load.
  const { getHttpOperationsFromSpec } = await needed(() => import("@stoplight/prism-http"));
  const { createServer } = await needed(() => import("@stoplight/prism-http-server"));
  const { createLogger } = await needed(() => import("@stoplight/prism-core"));
  const server = createServer(await getHttpOperationsFromSpec(closedDocument), {
    components: { logger: createLogger("mock", { level: "silent" }) },
    cors: false,
    config: {
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
      isProxy: false,
    },
  });
  report(server.prism);
  return server.listen(port, "127.0.0.1").catch((error) => {
    throw String(error).includes("EADDRINUSE") ? `port ${port} is in use; give another, or none` : error;
  });
}

/** @template T @param {() => Promise<T>} load @returns {Promise<T>} */
async function needed(load) {
  return load().catch((error) => {
    throw error.code === "ERR_MODULE_NOT_FOUND" ? `it needs Prism: ${INSTALL}` : error;
  });
}

/** @param {string} path @param {(text: string) => unknown} parse */
async function read(path, parse) {
  const text = await readFile(path, "utf8").catch(() => {
    throw `there is no document at ${path}`;
  });
  let document;
  try {
    document = /** @type {Record<string, unknown> | null} */ (parse(text));
  } catch (error) {
    throw `${path} is not YAML: ${/** @type {Error} */ (error).message.split("\n")[0]?.replace(/:$/, "")}`;
  }
  if (typeof document?.openapi !== "string" || !document.paths) throw `${path} is not an OpenAPI document`;
  return document;
}

/**
 * A copy in which an object schema takes no properties but those that it names: Prism lets others pass. Members of an
 * `allOf` of several stay open, since each knows only its own part. What a form holds is not described at all: Prism
 * takes every part for a text, and refuses right ones.
 *
 * @template T
 * @param {T} value
 * @param {boolean} [open]
 * @returns {T}
 */
function closed(value, open = false) {
  if (Array.isArray(value)) return /** @type {T} */ (value.map((item) => closed(item, open)));
  if (typeof value !== "object" || value === null) return value;
  /** @type {Record<string, unknown>} */
  const copy = {};
  for (const [key, child] of Object.entries(value)) {
    // What stands in an example or a default is data, whatever it looks like.
    const data = key === "example" || key === "examples" || key === "default" || key === "value";
    const isForm = key.startsWith("multipart/");
    if (isForm) copy[key] = {};
    else copy[key] = data ? child : closed(child, key === "allOf" && Array.isArray(child) && child.length > 1);
  }
  const isObject = copy.type === "object" && typeof copy.properties === "object";
  if (isObject && !open && copy.additionalProperties === undefined) copy.additionalProperties = false;
  return /** @type {T} */ (copy);
}

/** Tells the parent of every exchange, as Prism answered it. @param {{ request: Function }} prism */
function report(prism) {
  const { request } = prism;
  prism.request = (
    /** @type {{ method: string, url: { path: string } }} */ input,
    /** @type {unknown[]} */ ...rest
  ) => {
    const task = request(input, ...rest);
    return async () => {
      const result = await task();
      const status = result.right?.output.statusCode ?? result.left?.status ?? 500;
      process.send?.({ exchange: { method: input.method.toUpperCase(), path: input.url.path, status } });
      return result;
    };
  };
}

process.on("message", (message) => {
  const { ping, serve: request } = /** @type {{ ping?: number, serve?: Request }} */ (message);
  if (ping !== undefined) process.send?.({ pong: ping });
  if (!request) return;
  serve(request).then(
    (url) => process.send?.({ url }),
    (error) => process.send?.({ error: error instanceof Error ? error.message.split("\n")[0] : String(error) }),
  );
});

// The parent has gone, or has closed the channel: there is nobody left to serve.
process.once("disconnect", () => process.exit());
