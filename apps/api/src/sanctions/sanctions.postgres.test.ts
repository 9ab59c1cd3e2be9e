import { runOnPostgresql } from "@shifan/db/testing";
import { sanctionsSuite } from "./sanctions.suite.ts";

runOnPostgresql([sanctionsSuite]);
