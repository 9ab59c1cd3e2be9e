import { runOnPostgresql } from "@shifan/db/testing";
import { servedListsSuite } from "./served-lists.suite.ts";

runOnPostgresql([servedListsSuite]);
