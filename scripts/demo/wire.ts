import { received, sent } from "./output.js";

/** The platform's fetch. Prints each request and the status of each response. */
export const printingFetch: typeof fetch = async (input, init) => {
  const { method, url, headers } = new Request(input, init);
  const { pathname, search } = new URL(url);
  sent(`${method} ${pathname}${search}`, headers.get("prefer"), init?.body);
  const response = await fetch(input, init);
  received(response.status, response.statusText);
  return response;
};
