import { runOnPostgresql } from "@shifan/db/testing";
import { bansSuite } from "./bans.suite.ts";

runOnPostgresql([bansSuite]);
