import { runOnEmbedded } from "@shifan/db/testing";
import { correctionAtOnceSuite } from "./correction-at-once.suite.ts";

runOnEmbedded([correctionAtOnceSuite]);
