import { runOnEmbedded } from "@shifan/db/testing";
import { counterActsSuite } from "./counter-acts.suite.ts";

runOnEmbedded([counterActsSuite]);
