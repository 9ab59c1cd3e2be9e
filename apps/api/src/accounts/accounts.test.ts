import { runOnEmbedded } from "@shifan/db/testing";
import { forgottenPasswordSuite } from "./forgotten-password/forgotten-password.suite.ts";
import { signInSuite } from "./sign-in.suite.ts";
import { usersSuite } from "./users/users.suite.ts";

runOnEmbedded([signInSuite, forgottenPasswordSuite, usersSuite]);
