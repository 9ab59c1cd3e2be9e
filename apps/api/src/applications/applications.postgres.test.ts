import { runOnPostgresql } from "@shifan/db/testing";
import { secondApplicationSuite } from "./second-application.suite.ts";

runOnPostgresql([secondApplicationSuite]);
