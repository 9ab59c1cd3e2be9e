import { compilePolicy } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import { expect, test, vi } from "vitest";
import type { Answers, DialogContext } from "../state.ts";
import { derived } from "./derived.ts";

const context: DialogContext = {
  policy: compilePolicy(shippedPolicies[0]),
  newerPolicy: null,
  today: "2026-06-10",
  round: null,
};
const answers: Answers = { staff_total: { value: 12 } };

test("the same answers in the same context are worked out once", () => {
  const derive = vi.fn((given: Answers) => Object.keys(given));
  const factsOf = derived(derive);
  expect(factsOf(answers, context)).toBe(factsOf(answers, context));
  expect(derive).toHaveBeenCalledTimes(1);
});

test("other answers and another day are worked out anew, in either order", () => {
  const seen = derived((given, { today }) => `${today}: ${Object.keys(given).join()}`);
  const tomorrow = { ...context, today: "2026-06-11" };
  expect(seen(answers, context)).toBe("2026-06-10: staff_total");
  expect(seen(answers, tomorrow)).toBe("2026-06-11: staff_total");
  expect(seen(answers, context)).toBe("2026-06-10: staff_total");
  expect(seen({}, context)).toBe("2026-06-10: ");
});
