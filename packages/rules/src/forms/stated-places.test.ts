import { describe, expect, test } from "vitest";
import { changed, type FormChange } from "../../testing/forms/changed.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { proofsOf } from "../evaluate/proofs.ts";
import { factsFromForm } from "./facts-from-form.ts";
import { statedPlaces } from "./stated-places.ts";

const places = (change: FormChange = {}) => statedPlaces(zhengzhouPolicy, changed(sampleForm(), change), sampleContext);
const shown = (fact: string, change: FormChange = {}) =>
  (places(change).get(fact) ?? []).map(({ part, field, value, figure }) => [part, field?.id ?? null, value, figure]);

describe("where the form states a fact", () => {
  test("is the row of its year with what is written there, in the form's own unit", () => {
    expect(shown("total_assets_prev_year_end_yuan")).toContainEqual(["operation", "total_assets", "320", null]);
  });

  test("is the list that it is counted from, with the count, beside the field that states it", () => {
    expect(shown("smes_served_prev_year")).toContainEqual(["served", null, null, "96家"]);
    expect(shown("smes_served_prev_year").length).toBeGreaterThan(1);
  });

  test("says nothing where nothing is written", () => {
    expect(shown("total_assets_prev_year_end_yuan", { lists: { operation: () => [] } })).toContainEqual([
      "operation",
      "total_assets",
      null,
      null,
    ]);
  });

  test("is known of every fact that a form states", () => {
    const known = places();
    const { facts } = factsFromForm(zhengzhouPolicy, sampleForm(), sampleContext);
    const given = [zhengzhouPolicy.document.round_year, zhengzhouPolicy.document.submission_date];
    for (const fact of Object.keys(facts)) if (!given.includes(fact)) expect([...known.keys()], fact).toContain(fact);
  });

  test("is known of every criterion that the form decides", () => {
    const known = places();
    const undecided = proofsOf(zhengzhouPolicy).filter(({ facts }) => !facts.some((fact) => known.has(fact)));
    // What the register of titles says goes before what anybody states.
    expect(undecided.map(({ criterion }) => criterion)).toEqual([]);
  });
});
