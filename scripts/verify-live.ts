/**
 * `npm run verify:live -- --region uk --agent PROJECT-58RP822I [--json]`: compares the real API with the OpenAPI
 * document. The key comes from POLYAI_API_KEY. Exit code 0: no differences; 1: differences; 2: the check could not run.
 */
import { systemClock } from "../src/testing/verify/pace.js";
import { verifyLiveCommand } from "./verify-live-command.js";

const { code, stdout, stderr } = await verifyLiveCommand(process.argv.slice(2), process.env, systemClock);
if (stdout) console.log(stdout);
if (stderr) console.error(stderr);
process.exitCode = code;
