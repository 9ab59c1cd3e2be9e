import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, relevantTo, smallPolicy } from "../../testing/small-policy.ts";
import { MET, NOT_MET, UNDETERMINED } from "../evaluate/status.ts";
import { ABSENT, KNOWN, UNKNOWN } from "../facts/facts.ts";
import { statusOfPossession } from "./possession.ts";

describe("whether a paper is in hand", () => {
  const paper = { list: 0, bit: 2, shownBy: [1, 2] };
  const status = (state: number[], list = Number.NaN) =>
    statusOfPossession(paper, Uint8Array.from(state), Float64Array.from([list, 0, 0]));

  test("is what the list says, whatever else is known", () => {
    expect(status([KNOWN, ABSENT, ABSENT], 2)).toBe(MET);
    expect(status([KNOWN, ABSENT, ABSENT], 7)).toBe(MET);
    expect(status([KNOWN, KNOWN, KNOWN], 5)).toBe(NOT_MET);
    expect(status([KNOWN, KNOWN, KNOWN], 0)).toBe(NOT_MET);
  });

  test("without a list shows in whatever only who has it knows", () => {
    expect(status([ABSENT, KNOWN, ABSENT])).toBe(MET);
    expect(status([UNKNOWN, ABSENT, KNOWN])).toBe(MET);
    expect(status([ABSENT, ABSENT, UNKNOWN])).toBe(UNDETERMINED);
  });
});

describe("a paper of the policy", () => {
  const paper = { article: "第九条", title: "纸", todo: "" };
  const policy = () =>
    smallPolicy({
      facts: { a: "bool", b: "bool" },
      criteria: { c: { given: "platform_type" } },
      materials: [
        { ...paper, id: "P1" },
        { ...paper, id: "P2", shown_by: ["a", "b"] },
      ],
    });
  const given: Applicant = { platform_type: "broad" };
  const second = (facts: Applicant) => assessSmall(policy(), { ...given, ...facts }).materials[1]?.status;

  test("has its own place in the list of what is in hand", () => {
    expect(second({ materials_in_hand: ["P2"] })).toBe("present_unchecked");
    expect(second({ materials_in_hand: ["P1"] })).toBe("missing");
    expect(second({ b: false })).toBe("present_unchecked");
    expect(second({})).toBe("unknown");
  });

  test("is asked for by the list and by what shows it, until one of them is known", () => {
    const asked = (facts: Applicant) => relevantTo(policy(), { ...given, ...facts });
    expect(asked({})).toEqual(["materials_in_hand", "a", "b"]);
    expect(asked({ materials_in_hand: [] })).toEqual([]);
    expect(asked({ b: true })).toEqual(["materials_in_hand"]);
  });
});
