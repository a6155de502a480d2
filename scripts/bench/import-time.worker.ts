/** Measures the first import of a module in this process. */
import { argument, tell } from "./told.js";

const url = argument<string>();
const start = performance.now();
await import(url);
tell(performance.now() - start);
