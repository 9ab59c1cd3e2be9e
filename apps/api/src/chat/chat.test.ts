import { runOnEmbedded } from "@shifan/db/testing";
import { chatSuite } from "./chat.suite.ts";

runOnEmbedded([chatSuite]);
