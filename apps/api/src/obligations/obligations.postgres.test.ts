import { runOnPostgresql } from "@shifan/db/testing";
import { obligationsSuite } from "./obligations.suite.ts";

runOnPostgresql([obligationsSuite]);
