import { runOnEmbedded } from "@shifan/db/testing";
import { remindersSuite } from "./reminders.suite.ts";

runOnEmbedded([remindersSuite]);
