import { runOnEmbedded } from "@shifan/db/testing";
import { complaintsSuite } from "./complaints.suite.ts";

runOnEmbedded([complaintsSuite]);
