import { runOnPostgresql } from "@shifan/db/testing";
import { interpretationsSuite } from "./interpretations.suite.ts";

runOnPostgresql([interpretationsSuite]);
