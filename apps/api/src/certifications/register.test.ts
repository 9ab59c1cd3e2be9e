import { runOnEmbedded } from "@shifan/db/testing";
import { registerSuite } from "./register.suite.ts";

runOnEmbedded([registerSuite]);
