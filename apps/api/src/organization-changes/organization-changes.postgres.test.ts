import { runOnPostgresql } from "@shifan/db/testing";
import { organizationChangesSuite } from "./organization-changes.suite.ts";

runOnPostgresql([organizationChangesSuite]);
