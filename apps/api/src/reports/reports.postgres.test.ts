import { runOnPostgresql } from "@shifan/db/testing";
import { reportsSuite } from "./reports.suite.ts";

runOnPostgresql([reportsSuite]);
