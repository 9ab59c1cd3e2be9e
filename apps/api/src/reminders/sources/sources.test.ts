import { runOnEmbedded } from "@shifan/db/testing";
import { caseSourcesSuite } from "./cases.suite.ts";
import { obligationSourcesSuite } from "./obligations.suite.ts";
import { prospectSourcesSuite } from "./prospects.suite.ts";
import { publicitySourcesSuite } from "./publicity.suite.ts";
import { reviewSourcesSuite } from "./reviews.suite.ts";
import { roundSourcesSuite } from "./rounds.suite.ts";
import { titleSourcesSuite } from "./titles.suite.ts";

runOnEmbedded([
  caseSourcesSuite,
  obligationSourcesSuite,
  prospectSourcesSuite,
  publicitySourcesSuite,
  reviewSourcesSuite,
  roundSourcesSuite,
  titleSourcesSuite,
]);
