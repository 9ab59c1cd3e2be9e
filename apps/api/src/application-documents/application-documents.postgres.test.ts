import { runOnPostgresql } from "@shifan/db/testing";
import { applicationDocumentsSuite } from "./application-documents.suite.ts";

runOnPostgresql([applicationDocumentsSuite]);
