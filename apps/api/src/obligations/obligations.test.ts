import { runOnEmbedded } from "@shifan/db/testing";
import { obligationsSuite } from "./obligations.suite.ts";

runOnEmbedded([obligationsSuite]);
