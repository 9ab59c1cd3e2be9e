import { describe, expect, test } from "vitest";
import { refusal } from "../refusals.ts";
import type { ApplicationContext, ExpertPanel } from "./context.ts";
import { allScored, enoughExperts, freeOfConflict, spreadDiscussed } from "./selection-guards.ts";

const panel: ExpertPanel = {
  assigned: 3,
  submitted: 3,
  minimum: 3,
  conflicted: [],
  spread: 0,
  spreadToDiscuss: 20,
  isDiscussed: false,
};
const withPanel = (changed: Partial<ExpertPanel>) => ({ panel: { ...panel, ...changed } }) as ApplicationContext;
const without = { panel: null } as ApplicationContext;

describe("the panel of a case", () => {
  test("is odd, and never smaller than the policy asks for", () => {
    expect(enoughExperts(withPanel({}))).toBeNull();
    expect(enoughExperts(withPanel({ assigned: 1 }))).toEqual(
      refusal("experts_not_enough", { assigned: 1, minimum: 3 }),
    );
    expect(enoughExperts(withPanel({ assigned: 5, minimum: 7 }))).toEqual(
      refusal("experts_not_enough", { assigned: 5, minimum: 7 }),
    );
  });

  test("that is not there is not enough and has scored nothing; nothing is left to discuss, and nobody has an interest", () => {
    expect(enoughExperts(without)).toEqual(refusal("experts_not_enough", { assigned: 0, minimum: 0 }));
    expect(allScored(without)).toEqual(refusal("reviews_incomplete", { submitted: 0, assigned: 0 }));
    expect(spreadDiscussed(without)).toBeNull();
    expect(freeOfConflict(without)).toBeNull();
  });
});
