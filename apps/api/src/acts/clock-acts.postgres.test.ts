import { runOnPostgresql } from "@shifan/db/testing";
import { clockActsSuite } from "./clock-acts.suite.ts";

runOnPostgresql([clockActsSuite]);
