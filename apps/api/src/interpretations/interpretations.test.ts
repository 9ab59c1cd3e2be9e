import { runOnEmbedded } from "@shifan/db/testing";
import { interpretationsSuite } from "./interpretations.suite.ts";

runOnEmbedded([interpretationsSuite]);
