import { runOnEmbedded } from "@shifan/db/testing";
import { letterAtOnceSuite } from "./letter-at-once.suite.ts";

runOnEmbedded([letterAtOnceSuite]);
