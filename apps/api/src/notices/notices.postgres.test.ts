import { runOnPostgresql } from "@shifan/db/testing";
import { publicitySuite } from "./publicity.suite.ts";

runOnPostgresql([publicitySuite]);
