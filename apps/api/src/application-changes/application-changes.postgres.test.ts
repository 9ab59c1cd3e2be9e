import { runOnPostgresql } from "@shifan/db/testing";
import { applicationChangesSuite } from "./application-changes.suite.ts";

runOnPostgresql([applicationChangesSuite]);
