import { runOnEmbedded } from "@shifan/db/testing";
import { officeGroupsSuite } from "./office-groups.suite.ts";

runOnEmbedded([officeGroupsSuite]);
