/** Measures the first import of a module in this process. */
import { argument, sendToParent } from "./parent.js";

const url = argument<string>();
const start = performance.now();
await import(url);
sendToParent(performance.now() - start);
