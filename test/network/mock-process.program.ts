/** Starts the mock, with the document that is given, and prints where it listens or why it does not. */
import { startMockApi } from "../../src/testing/index.js";

const [document] = process.argv.slice(2);
const { url } = await startMockApi({ document }).catch(({ message }) => ({ url: message }));
console.log(url);
