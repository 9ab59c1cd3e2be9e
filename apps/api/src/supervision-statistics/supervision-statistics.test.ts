import { runOnEmbedded } from "@shifan/db/testing";
import { supervisionStatisticsSuite } from "./supervision-statistics.suite.ts";

runOnEmbedded([supervisionStatisticsSuite]);
