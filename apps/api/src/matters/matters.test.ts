import { runOnEmbedded } from "@shifan/db/testing";
import { mattersSuite } from "./matters.suite.ts";

runOnEmbedded([mattersSuite]);
