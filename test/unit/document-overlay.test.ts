import { fileOf } from "../support/document.js";
import { describePair } from "../support/overlay-pair.js";

describePair("openapi/overlay.yaml and openapi/agents.yaml", fileOf("agents.yaml"), fileOf("overlay.yaml"));
