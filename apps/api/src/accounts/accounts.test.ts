import { runOnEmbedded } from "@shifan/db/testing";
import { signInSuite } from "./sign-in.suite.ts";

runOnEmbedded([signInSuite]);
