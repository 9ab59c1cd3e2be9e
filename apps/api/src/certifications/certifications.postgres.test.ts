import { runOnPostgresql } from "@shifan/db/testing";
import { titlesSuite } from "./titles.suite.ts";

runOnPostgresql([titlesSuite]);
