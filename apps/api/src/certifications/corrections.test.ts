import { runOnEmbedded } from "@shifan/db/testing";
import { correctionsSuite } from "./corrections.suite.ts";

runOnEmbedded([correctionsSuite]);
