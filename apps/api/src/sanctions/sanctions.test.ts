import { runOnEmbedded } from "@shifan/db/testing";
import { sanctionsSuite } from "./sanctions.suite.ts";

runOnEmbedded([sanctionsSuite]);
