// Runs Prism in a process of its own, since some requests end it (a malformed percent escape, a malformed multipart
// part). JavaScript, so that it can be forked from the sources and from the build alike. The parent's message says
// what to serve; the answer is `{ url }` or `{ error }`.
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

/** @param {{ document: string, port: number }} request */
async function serve({ document, port }) {
  const operations = await getHttpOperationsFromSpec(document);
  const server = createServer(operations, {
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
  return server.listen(port, "127.0.0.1");
}

process.once("message", (request) => {
  serve(/** @type {{ document: string, port: number }} */ (request)).then(
    (url) => process.send?.({ url }),
    (error) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});

// The parent has gone, or has closed the channel: there is nobody left to serve.
process.once("disconnect", () => process.exit());
