import { runOnEmbedded } from "@shifan/db/testing";
import { onceSuite } from "./once.suite.ts";

runOnEmbedded([onceSuite]);
