import { runOnEmbedded } from "@shifan/db/testing";
import { objectionsSuite } from "./objections.suite.ts";

runOnEmbedded([objectionsSuite]);
