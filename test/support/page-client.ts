/** What tests run in a page: the client for the API of the tests, and where the page is. */
export { createFixtureClient } from "./fixture-client.js";

/** Gives a page of `runInPage` its location, as a browser does. */
export function setLocation(location: object): void {
  Object.assign(globalThis, { location });
}
