import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { ROOT } from "./run.js";

/** The exports of a program. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Bundles a file for browsers, and runs it in its own global scope, which has as much of a browser's window as a
 * component without output needs. The scope of the test does not change.
 */
export async function runInPage<Program extends object = Exports>(file: string): Promise<Program> {
  const script = await bundleForPage(file);
  const page = createContext(pageScope());
  runInContext("var window = globalThis, self = globalThis;", page);
  runInContext(script, page, { filename: file });
  return page.program as Program;
}

/** A script for browsers that sets the global variable `program` to the exports of a file. */
export async function bundleForPage(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: "iife",
    globalName: "program",
    platform: "browser",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The functions that pages and Node have in common, and an empty document. */
function pageScope(): Record<string, unknown> {
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  const body = { ...listeners, nodeType: 1, nodeName: "DIV", namespaceURI: "http://www.w3.org/1999/xhtml" };
  const document = { ...listeners, nodeType: 9, activeElement: null, body, visibilityState: "visible" };
  const defaultView = { HTMLIFrameElement: class {} };
  Object.assign(body, { ownerDocument: Object.assign(document, { defaultView }) });
  return {
    ...{ fetch, URL, URLSearchParams, Headers, Request, Response, FormData, Blob, AbortController, AbortSignal },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, performance, TextDecoder, console },
    ...listeners,
    document,
    navigator: { appCodeName: "Mozilla", onLine: true },
  };
}
