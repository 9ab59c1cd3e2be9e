import { runOnEmbedded } from "@shifan/db/testing";
import { twoAtOnceSuite } from "./two-at-once.suite.ts";

runOnEmbedded([twoAtOnceSuite]);
