import { runOnPostgresql } from "@shifan/db/testing";
import { fileTrailSuite } from "./trail.suite.ts";

runOnPostgresql([fileTrailSuite]);
