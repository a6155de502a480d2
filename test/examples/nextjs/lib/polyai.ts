// A client for the routes of a Next.js app. It is made at module scope, where `next build` has no key:
// the function looks the key up when a request is sent. This file runs on the server only.
import { createAgentsClient } from "polyai-agents";

export const polyai = createAgentsClient({ region: "uk", apiKey: () => process.env.POLYAI_API_KEY ?? "" });
