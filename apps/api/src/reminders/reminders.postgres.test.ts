import { runOnPostgresql } from "@shifan/db/testing";
import { contactsSuite } from "./addresses/contacts.suite.ts";
import { chatRemindersSuite } from "./chat/chat-reminders.suite.ts";
import { remindersSuite } from "./reminders.suite.ts";

runOnPostgresql([remindersSuite, contactsSuite, chatRemindersSuite]);
