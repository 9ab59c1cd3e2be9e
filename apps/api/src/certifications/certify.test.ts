import { runOnEmbedded } from "@shifan/db/testing";
import { certifySuite } from "./certify.suite.ts";

runOnEmbedded([certifySuite]);
