import { runOnPostgresql } from "@shifan/db/testing";
import { spotCheckDrawsSuite } from "./spot-check-draws.suite.ts";

runOnPostgresql([spotCheckDrawsSuite]);
