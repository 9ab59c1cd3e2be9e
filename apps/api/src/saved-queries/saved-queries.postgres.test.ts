import { runOnPostgresql } from "@shifan/db/testing";
import { savedQueriesSuite } from "./saved-queries.suite.ts";

runOnPostgresql([savedQueriesSuite]);
