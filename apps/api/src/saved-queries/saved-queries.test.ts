import { runOnEmbedded } from "@shifan/db/testing";
import { savedQueriesSuite } from "./saved-queries.suite.ts";

runOnEmbedded([savedQueriesSuite]);
