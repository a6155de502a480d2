/**
 * `npm run verify:live -- --region uk --agent PROJECT-58RP822I [--json]`: holds the real API against the document, with
 * the key of POLYAI_API_KEY. Exit code 0: no departure; 1: departures; 2: nothing could be verified.
 */
import { systemClock } from "../src/testing/verify/pace.js";
import { verifyLiveCommand } from "./verify-live-command.js";

const { code, stdout, stderr } = await verifyLiveCommand(process.argv.slice(2), process.env, systemClock);
if (stdout) console.log(stdout);
if (stderr) console.error(stderr);
process.exitCode = code;
