import { runOnEmbedded } from "@shifan/db/testing";
import { auditEntriesSuite } from "../audit-entries.suite.ts";
import { historySuite } from "./history.suite.ts";

runOnEmbedded([historySuite, auditEntriesSuite]);
