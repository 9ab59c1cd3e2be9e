import { runOnPostgresql } from "@shifan/db/testing";
import { counterActsSuite } from "./counter-acts.suite.ts";

runOnPostgresql([counterActsSuite]);
