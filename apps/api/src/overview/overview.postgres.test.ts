import { runOnPostgresql } from "@shifan/db/testing";
import { overviewSuite } from "./overview.suite.ts";

runOnPostgresql([overviewSuite]);
