import { runOnEmbedded } from "@shifan/db/testing";
import { chatRemindersSuite } from "./chat/chat-reminders.suite.ts";
import { contactsSuite } from "./contacts.suite.ts";
import { remindersSuite } from "./reminders.suite.ts";

runOnEmbedded([remindersSuite, contactsSuite, chatRemindersSuite]);
