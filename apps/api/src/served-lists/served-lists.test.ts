import { runOnEmbedded } from "@shifan/db/testing";
import { servedListsSuite } from "./served-lists.suite.ts";

runOnEmbedded([servedListsSuite]);
