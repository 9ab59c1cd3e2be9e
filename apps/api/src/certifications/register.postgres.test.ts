import { runOnPostgresql } from "@shifan/db/testing";
import { registerSuite } from "./register.suite.ts";

runOnPostgresql([registerSuite]);
