import { runOnEmbedded } from "@shifan/db/testing";
import { fileTrailSuite } from "./trail.suite.ts";

runOnEmbedded([fileTrailSuite]);
