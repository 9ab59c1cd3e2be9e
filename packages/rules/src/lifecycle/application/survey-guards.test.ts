import { expect, test } from "vitest";
import { refusal } from "../refusals.ts";
import type { ApplicationContext } from "./context.ts";
import { assessed, drawn, enoughAnswers, enoughToDraw, notYetDrawn, someAreLeft } from "./survey-guards.ts";

const undrawn = { survey: null, drawing: null } as ApplicationContext;

test("before the draw nothing is answered or assessed, and no figure is too small", () => {
  expect(notYetDrawn(undrawn)).toBeNull();
  expect(drawn(undrawn)).toEqual(refusal("survey_incomplete"));
  expect(assessed(undrawn)).toEqual(refusal("survey_incomplete"));
  for (const guard of [enoughToDraw, someAreLeft, enoughAnswers]) expect(guard(undrawn)).toBeNull();
});
