import { runOnPostgresql } from "@shifan/db/testing";
import { supervisionPapersSuite } from "./supervision-papers.suite.ts";

runOnPostgresql([supervisionPapersSuite]);
