import { runOnEmbedded } from "@shifan/db/testing";
import { packagesSuite } from "./packages.suite.ts";
import { packagesAtTitleEndSuite } from "./title-end.suite.ts";

runOnEmbedded([packagesSuite, packagesAtTitleEndSuite]);
