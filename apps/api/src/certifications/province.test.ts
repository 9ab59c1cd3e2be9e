import { runOnEmbedded } from "@shifan/db/testing";
import { provinceSuite } from "./province.suite.ts";

runOnEmbedded([provinceSuite]);
