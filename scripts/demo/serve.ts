import type { MockApi } from "../../src/testing/index.js";
import { mockAt, print } from "./output.js";

/** Prints how to call the mock server. Never resolves: a signal ends the program. */
export async function serve({ url }: MockApi): Promise<void> {
  mockAt(url);
  print(`
Release two numbers:

  curl -X DELETE -H 'x-api-key: any-key' -H 'content-type: application/json' \\
    -d '{"phoneNumbers":["+442079460018","+14155550123"]}' \\
    ${url}/v1/agents/PROJECT-58RP822I/telephony/phone-numbers

To get another response of the OpenAPI document, add -H 'prefer: code=403'
or -H 'prefer: code=200, example=someNotReleased'. To call the mock server
from a program:

  createAgentsClient({ baseUrl: "${url}", apiKey: "any-key" })

Press Ctrl-C to stop the mock server.`);
  await new Promise(() => {});
}
