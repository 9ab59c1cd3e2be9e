import { runOnPostgresql } from "@shifan/db/testing";
import { applicationSelfCheckSuite } from "./application-self-check.suite.ts";

runOnPostgresql([applicationSelfCheckSuite]);
