import { runOnEmbedded } from "@shifan/db/testing";
import { holidaysSuite } from "./holidays.suite.ts";

runOnEmbedded([holidaysSuite]);
