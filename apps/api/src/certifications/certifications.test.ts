import { runOnEmbedded } from "@shifan/db/testing";
import { titlesSuite } from "./titles.suite.ts";

runOnEmbedded([titlesSuite]);
