import { runOnPostgresql } from "@shifan/db/testing";
import { telegramRemindersSuite } from "../channels/telegram/reminders.suite.ts";
import { telegramSuite } from "../channels/telegram/telegram.suite.ts";
import { chatSuite } from "./chat.suite.ts";

runOnPostgresql([chatSuite, telegramSuite, telegramRemindersSuite]);
