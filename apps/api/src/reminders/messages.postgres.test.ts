import { runOnPostgresql } from "@shifan/db/testing";
import { messagesSuite } from "./messages.suite.ts";

runOnPostgresql([messagesSuite]);
