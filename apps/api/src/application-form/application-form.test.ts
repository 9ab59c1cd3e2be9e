import { runOnEmbedded } from "@shifan/db/testing";
import { applicationFormSuite } from "./application-form.suite.ts";

runOnEmbedded([applicationFormSuite]);
