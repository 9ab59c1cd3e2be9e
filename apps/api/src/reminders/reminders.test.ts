import { runOnEmbedded } from "@shifan/db/testing";
import { contactsSuite } from "./contacts.suite.ts";
import { remindersSuite } from "./reminders.suite.ts";

runOnEmbedded([remindersSuite, contactsSuite]);
