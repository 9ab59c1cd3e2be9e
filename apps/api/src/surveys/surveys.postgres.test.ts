import { runOnPostgresql } from "@shifan/db/testing";
import { recommendationsSuite } from "../recommendations/recommendations.suite.ts";
import { surveysSuite } from "./surveys.suite.ts";

runOnPostgresql([surveysSuite, recommendationsSuite]);
