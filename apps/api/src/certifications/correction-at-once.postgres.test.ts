import { runOnPostgresql } from "@shifan/db/testing";
import { correctionAtOnceSuite } from "./correction-at-once.suite.ts";

runOnPostgresql([correctionAtOnceSuite]);
