import { runOnPostgresql } from "@shifan/db/testing";
import { exportsSuite } from "./exports.suite.ts";

runOnPostgresql([exportsSuite]);
