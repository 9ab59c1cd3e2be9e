import { runOnEmbedded } from "@shifan/db/testing";
import { secondApplicationSuite } from "./second-application.suite.ts";

runOnEmbedded([secondApplicationSuite]);
