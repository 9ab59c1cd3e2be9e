import { runOnPostgresql } from "@shifan/db/testing";
import { charactersSuite } from "./characters.suite.ts";

runOnPostgresql([charactersSuite]);
