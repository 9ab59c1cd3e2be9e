import { runOnPostgresql } from "@shifan/db/testing";
import { complaintsSuite } from "./complaints.suite.ts";

runOnPostgresql([complaintsSuite]);
