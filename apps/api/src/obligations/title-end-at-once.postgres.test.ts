import { runOnPostgresql } from "@shifan/db/testing";
import { titleEndAtOnceSuite } from "./title-end-at-once.suite.ts";

runOnPostgresql([titleEndAtOnceSuite]);
