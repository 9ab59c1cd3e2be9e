import { runOnPostgresql } from "@shifan/db/testing";
import { dossiersSuite } from "../dossiers/dossiers.suite.ts";
import { inspectionPapersSuite } from "./inspections.suite.ts";
import { papersSuite } from "./papers.suite.ts";

runOnPostgresql([papersSuite, inspectionPapersSuite, dossiersSuite]);
