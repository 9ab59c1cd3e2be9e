import { runOnEmbedded } from "@shifan/db/testing";
import { reportsSuite } from "./reports.suite.ts";

runOnEmbedded([reportsSuite]);
