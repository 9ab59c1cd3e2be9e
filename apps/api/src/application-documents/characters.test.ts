import { runOnEmbedded } from "@shifan/db/testing";
import { charactersSuite } from "./characters.suite.ts";

runOnEmbedded([charactersSuite]);
