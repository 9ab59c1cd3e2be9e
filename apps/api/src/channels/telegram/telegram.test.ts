import { runOnEmbedded } from "@shifan/db/testing";
import { telegramRemindersSuite } from "./reminders.suite.ts";
import { telegramSuite } from "./telegram.suite.ts";

runOnEmbedded([telegramSuite, telegramRemindersSuite]);
