import { runOnEmbedded } from "@shifan/db/testing";
import { cityActsSuite } from "./city-acts.suite.ts";

runOnEmbedded([cityActsSuite]);
