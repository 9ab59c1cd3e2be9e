import { runOnPostgresql } from "@shifan/db/testing";
import { signInSuite } from "./sign-in.suite.ts";
import { usersSuite } from "./users/users.suite.ts";

runOnPostgresql([signInSuite, usersSuite]);
