import { runOnEmbedded } from "@shifan/db/testing";
import { roundFunnelsSuite } from "./round-funnels.suite.ts";

runOnEmbedded([roundFunnelsSuite]);
