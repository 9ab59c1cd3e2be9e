import { runOnPostgresql } from "@shifan/db/testing";
import { remindersSuite } from "./reminders.suite.ts";

runOnPostgresql([remindersSuite]);
