import { runOnPostgresql } from "@shifan/db/testing";
import { recordActsSuite } from "./record-acts.suite.ts";

runOnPostgresql([recordActsSuite]);
