import { runOnPostgresql } from "@shifan/db/testing";
import { certifySuite } from "./certify.suite.ts";

runOnPostgresql([certifySuite]);
