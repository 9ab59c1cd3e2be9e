import { runOnEmbedded } from "@shifan/db/testing";
import { organizationChangesSuite } from "./organization-changes.suite.ts";

runOnEmbedded([organizationChangesSuite]);
