import { runOnPostgresql } from "@shifan/db/testing";
import { mattersSuite } from "./matters.suite.ts";

runOnPostgresql([mattersSuite]);
