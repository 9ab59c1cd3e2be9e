import { runOnEmbedded } from "@shifan/db/testing";
import { telegramSuite } from "./telegram.suite.ts";

runOnEmbedded([telegramSuite]);
