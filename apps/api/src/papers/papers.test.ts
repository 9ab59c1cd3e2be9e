import { runOnEmbedded } from "@shifan/db/testing";
import { dossiersSuite } from "../dossiers/dossiers.suite.ts";
import { papersSuite } from "./papers.suite.ts";

runOnEmbedded([papersSuite, dossiersSuite]);
