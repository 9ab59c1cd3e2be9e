import { runOnEmbedded } from "@shifan/db/testing";
import { cityChecksSuite } from "./city-checks.suite.ts";
import { inspectionsSuite } from "./inspections.suite.ts";

runOnEmbedded([inspectionsSuite, cityChecksSuite]);
