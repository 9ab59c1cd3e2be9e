import { runOnPostgresql } from "@shifan/db/testing";
import { onceSuite } from "./once.suite.ts";

runOnPostgresql([onceSuite]);
