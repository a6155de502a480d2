import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { findChromium, launchChromium } from "../../test/support/chromium.js";
import { consumerSource, startConsumerServer } from "../../test/support/consumer.js";
import { startServer } from "../../test/support/loopback-server.js";
import { run } from "../../test/support/run.js";
import { checkConsumed, install, Missing, type Runtime, versionOf } from "./runtime.js";

/** The runtime of Cloudflare Workers. It may only connect to this machine. */
export const workerd: Runtime = {
  name: "workerd",
  async get(folder, packed) {
    await install(folder, packed, "workerd");
    const program = join(folder, "node_modules/.bin/workerd");
    return { version: await versionOf(program), run: () => runWorker(folder, program) };
  },
};

const WORKERD = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (
    modules = [(name = "worker.mjs", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01")),
  (name = "internet", network = (allow = ["local"])),
]);
`;

async function runWorker(folder: string, program: string): Promise<void> {
  await using server = await startConsumerServer();
  const worker = `export default {
    async test() { console.log(JSON.stringify(await consume({ baseUrl: "${server.url}" }))); }
  };`;
  await writeFile(join(folder, "worker.mjs"), await bundle(folder, worker));
  await writeFile(join(folder, "workerd.capnp"), WORKERD);
  const { stdout, stderr } = await run(program, ["test", "workerd.capnp"], { cwd: folder });
  checkConsumed(stdout, stderr);
}

/**
 * A page on another origin than the API server, so that each call needs a CORS preflight. The client must reject a
 * plain key unless `dangerouslyAllowBrowser` is set.
 */
export const chromium: Runtime = {
  name: "chromium",
  async get(folder, packed) {
    const program = findChromium();
    if (program === undefined) throw new Missing("chromium is not on the PATH (Debian: apt-get install chromium)");
    await install(folder, packed);
    return { version: await versionOf(program), run: () => runPage(folder, program) };
  },
};

async function runPage(folder: string, program: string): Promise<void> {
  await using server = await startConsumerServer();
  const script = await bundle(
    folder,
    `try {
      createAgentsClient({ region: "uk", apiKey: "plain" });
      window.result = "a plain key was accepted";
    } catch {
      consume({ baseUrl: "${server.url}", dangerouslyAllowBrowser: true }).then(
        (result) => { window.result = JSON.stringify(result); },
        (error) => { window.result = String(error); },
      );
    }`,
  );
  await using page = await startServer(({ url }, response) => {
    if (url === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else response.setHeader("content-type", "text/html").end('<script type="module" src="/page.js"></script>');
  });
  const browser = await launchChromium(program);
  try {
    const result = await (await browser.open(page.url)).until<string>("window.result");
    checkConsumed(result, "");
  } finally {
    await browser.close();
  }
}

/** One file of the consumer, a call of it, and the package that is installed in the folder. */
async function bundle(folder: string, call: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: (await consumerSource()) + call, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
