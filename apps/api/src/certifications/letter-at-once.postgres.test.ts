import { runOnPostgresql } from "@shifan/db/testing";
import { letterAtOnceSuite } from "./letter-at-once.suite.ts";

runOnPostgresql([letterAtOnceSuite]);
