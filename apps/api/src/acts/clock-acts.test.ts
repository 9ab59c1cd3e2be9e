import { runOnEmbedded } from "@shifan/db/testing";
import { clockActsSuite } from "./clock-acts.suite.ts";

runOnEmbedded([clockActsSuite]);
