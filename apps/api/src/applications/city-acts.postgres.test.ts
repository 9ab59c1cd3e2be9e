import { runOnPostgresql } from "@shifan/db/testing";
import { cityActsSuite } from "./city-acts.suite.ts";

runOnPostgresql([cityActsSuite]);
