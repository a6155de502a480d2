import type { MockApi } from "../../src/testing/index.js";
import { mockAt, print } from "./page.js";

/** Says how to call the mock, and then does nothing until a signal comes. */
export async function serve({ url }: MockApi): Promise<void> {
  mockAt(url);
  print(`
Release two numbers:

  curl -X DELETE -H 'x-api-key: any-key' -H 'content-type: application/json' \\
    -d '{"phoneNumbers":["+442079460018","+14155550123"]}' \\
    ${url}/v1/agents/PROJECT-58RP822I/telephony/phone-numbers

For another of the document's answers add -H 'prefer: code=403', or
-H 'prefer: code=200, example=someNotReleased'. The mock in a program:

  createAgentsClient({ baseUrl: "${url}", apiKey: "any-key" })

Ctrl-C ends the mock.`);
  await new Promise(() => {});
}
