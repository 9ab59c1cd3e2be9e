import { runOnPostgresql } from "@shifan/db/testing";
import { twoAtOnceSuite } from "./two-at-once.suite.ts";

runOnPostgresql([twoAtOnceSuite]);
