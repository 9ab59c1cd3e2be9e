import { runOnEmbedded } from "@shifan/db/testing";
import { exportsSuite } from "./exports.suite.ts";

runOnEmbedded([exportsSuite]);
