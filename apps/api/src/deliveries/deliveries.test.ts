import { runOnEmbedded } from "@shifan/db/testing";
import { deliveriesSuite } from "./deliveries.suite.ts";

runOnEmbedded([deliveriesSuite]);
