import { runOnEmbedded } from "@shifan/db/testing";
import { applicationSelfCheckSuite } from "./application-self-check.suite.ts";

runOnEmbedded([applicationSelfCheckSuite]);
