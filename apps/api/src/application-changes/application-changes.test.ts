import { runOnEmbedded } from "@shifan/db/testing";
import { applicationChangesSuite } from "./application-changes.suite.ts";

runOnEmbedded([applicationChangesSuite]);
