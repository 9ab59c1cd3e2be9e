import { runOnPostgresql } from "@shifan/db/testing";
import { correctionsSuite } from "./corrections.suite.ts";

runOnPostgresql([correctionsSuite]);
