import { runOnEmbedded } from "@shifan/db/testing";
import { organizationListSuite } from "./list.suite.ts";

runOnEmbedded([organizationListSuite]);
