import { runOnPostgresql } from "@shifan/db/testing";
import { cityChecksSuite } from "./city-checks.suite.ts";
import { inspectionsSuite } from "./inspections.suite.ts";

runOnPostgresql([inspectionsSuite, cityChecksSuite]);
