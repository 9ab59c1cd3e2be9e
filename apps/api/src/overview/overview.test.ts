import { runOnEmbedded } from "@shifan/db/testing";
import { overviewSuite } from "./overview.suite.ts";

runOnEmbedded([overviewSuite]);
