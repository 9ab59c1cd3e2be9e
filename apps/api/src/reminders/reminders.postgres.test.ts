import { runOnPostgresql } from "@shifan/db/testing";
import { contactsSuite } from "./contacts.suite.ts";
import { contactsSuite } from "./contacts.suite.ts";
import { remindersSuite } from "./reminders.suite.ts";

runOnPostgresql([remindersSuite, contactsSuite]);
