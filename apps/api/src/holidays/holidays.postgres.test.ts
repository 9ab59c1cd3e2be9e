import { runOnPostgresql } from "@shifan/db/testing";
import { holidaysSuite } from "./holidays.suite.ts";

runOnPostgresql([holidaysSuite]);
