import { runOnPostgresql } from "@shifan/db/testing";
import { officeGroupsSuite } from "./office-groups.suite.ts";

runOnPostgresql([officeGroupsSuite]);
