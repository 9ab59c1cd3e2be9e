import { runOnPostgresql } from "@shifan/db/testing";
import { organizationListSuite } from "./list.suite.ts";

runOnPostgresql([organizationListSuite]);
