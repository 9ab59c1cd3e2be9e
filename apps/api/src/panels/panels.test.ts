import { runOnEmbedded } from "@shifan/db/testing";
import { expertsSuite } from "../experts/experts.suite.ts";
import { reviewsSuite } from "../reviews/reviews.suite.ts";
import { panelsSuite } from "./panels.suite.ts";

runOnEmbedded([expertsSuite, panelsSuite, reviewsSuite]);
