import { runOnPostgresql } from "@shifan/db/testing";
import { supervisionStatisticsSuite } from "./supervision-statistics.suite.ts";

runOnPostgresql([supervisionStatisticsSuite]);
