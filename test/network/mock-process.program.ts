/** Starts the mock, with the document that is given or that of the tests, and prints where it listens or why it does not. */
import { startFixtureMock } from "../support/fixture-kit.js";

const [document] = process.argv.slice(2);
const { url } = await startFixtureMock({ document }).catch(({ message }) => ({ url: message }));
console.log(url);
