import { runOnPostgresql } from "@shifan/db/testing";
import { packagesSuite } from "./packages.suite.ts";

runOnPostgresql([packagesSuite]);
