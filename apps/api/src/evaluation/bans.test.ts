import { runOnEmbedded } from "@shifan/db/testing";
import { bansSuite } from "./bans.suite.ts";

runOnEmbedded([bansSuite]);
