import { runOnEmbedded } from "@shifan/db/testing";
import { messagesSuite } from "./messages.suite.ts";

runOnEmbedded([messagesSuite]);
