import { applicationStates } from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { stagesOf } from "./stages.ts";

describe("the stages of a case", () => {
  it.each(applicationStates)("show exactly one place for %s", (state) => {
    const here = stagesOf(state).filter(({ standing }) => standing === "here");
    expect(here).toEqual([{ state, standing: "here" }]);
  });

  it("go on behind a return and end where a case has ended", () => {
    expect(
      stagesOf("returned")
        .map(({ state }) => state)
        .slice(0, 3),
    ).toEqual(["submitted", "returned", "accepted"]);
    expect(stagesOf("not_recommended").at(-1)).toEqual({ state: "not_recommended", standing: "here" });
    expect(stagesOf("certified").filter(({ standing }) => standing === "ahead")).toEqual([]);
  });
});
