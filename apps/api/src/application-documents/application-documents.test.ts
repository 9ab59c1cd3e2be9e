import { runOnEmbedded } from "@shifan/db/testing";
import { applicationDocumentsSuite } from "./application-documents.suite.ts";

runOnEmbedded([applicationDocumentsSuite]);
