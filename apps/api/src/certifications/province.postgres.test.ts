import { runOnPostgresql } from "@shifan/db/testing";
import { provinceSuite } from "./province.suite.ts";

runOnPostgresql([provinceSuite]);
