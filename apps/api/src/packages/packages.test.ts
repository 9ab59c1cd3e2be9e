import { runOnEmbedded } from "@shifan/db/testing";
import { packagesSuite } from "./packages.suite.ts";

runOnEmbedded([packagesSuite]);
