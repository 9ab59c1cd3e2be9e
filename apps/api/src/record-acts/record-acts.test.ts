import { runOnEmbedded } from "@shifan/db/testing";
import { recordActsSuite } from "./record-acts.suite.ts";

runOnEmbedded([recordActsSuite]);
