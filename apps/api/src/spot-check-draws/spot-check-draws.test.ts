import { runOnEmbedded } from "@shifan/db/testing";
import { spotCheckDrawsSuite } from "./spot-check-draws.suite.ts";

runOnEmbedded([spotCheckDrawsSuite]);
