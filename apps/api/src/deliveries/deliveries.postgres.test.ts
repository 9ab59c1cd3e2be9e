import { runOnPostgresql } from "@shifan/db/testing";
import { deliveriesSuite } from "./deliveries.suite.ts";

runOnPostgresql([deliveriesSuite]);
