import { runOnPostgresql } from "@shifan/db/testing";
import { objectionsSuite } from "./objections.suite.ts";

runOnPostgresql([objectionsSuite]);
