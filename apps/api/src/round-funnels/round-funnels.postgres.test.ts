import { runOnPostgresql } from "@shifan/db/testing";
import { roundFunnelsSuite } from "./round-funnels.suite.ts";

runOnPostgresql([roundFunnelsSuite]);
