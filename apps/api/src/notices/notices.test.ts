import { runOnEmbedded } from "@shifan/db/testing";
import { publicitySuite } from "./publicity.suite.ts";

runOnEmbedded([publicitySuite]);
