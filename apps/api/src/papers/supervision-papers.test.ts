import { runOnEmbedded } from "@shifan/db/testing";
import { supervisionPapersSuite } from "./supervision-papers.suite.ts";

runOnEmbedded([supervisionPapersSuite]);
