import { runOnPostgresql } from "@shifan/db/testing";
import { applicationFormSuite } from "./application-form.suite.ts";

runOnPostgresql([applicationFormSuite]);
