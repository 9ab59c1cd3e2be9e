import { checkUscc } from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { demonstrationCalendar } from "./calendar.ts";
import { castOf } from "./cast.ts";
import { formOf } from "./form.ts";
import { createRandom } from "./random.ts";

const districts = ["410102", "410103", "410104", "410105", "410172", "zhengdong"];

describe("the demonstration's cast", () => {
  const cases = castOf(districts);

  it("is some sixty organizations, each with a code that holds and a name of its own, in every district", () => {
    const organizations = cases.map(({ organization }) => organization);
    expect(organizations.length).toBeGreaterThanOrEqual(55);
    expect(organizations.filter(({ uscc }) => !checkUscc(uscc).ok)).toEqual([]);
    expect(new Set(organizations.map(({ uscc }) => uscc)).size).toBe(organizations.length);
    expect(new Set(organizations.map(({ name }) => name)).size).toBe(organizations.length);
    expect(new Set(organizations.map(({ district }) => district))).toEqual(new Set(districts));
  });

  it("is the same each time, and gives the fixed accounts something to do", () => {
    expect(castOf(districts)).toEqual(cases);
    const of = (mailbox: string) => cases.filter(({ organization }) => organization.mailbox === mailbox);
    expect(of("applicant")).toMatchObject([{ round: 2, goal: "draft" }]);
    expect(of("platform")).toMatchObject([{ round: 1, goal: "certified" }]);
  });

  it("fills the same form for the same occasion", () => {
    const [first] = cases;
    if (first === undefined) throw new Error("nobody is in the cast");
    const { organization, strength } = first;
    const occasion = { organization, roundYear: 2026, submitsOn: "2026-05-06", strength, isCertified: false };
    expect(formOf(occasion)).toEqual(formOf(occasion));
    expect(formOf({ ...occasion, roundYear: 2025 })).not.toEqual(formOf(occasion));
  });
});

describe("the demonstration's calendar", () => {
  it.each(["2026-11-01", "2026-11-30", "2026-01-01", "2026-12-31", "2028-02-29"])(
    "has a round that is open on %s, and nothing in it that is still to come",
    (today) => {
      const { rounds } = demonstrationCalendar(today);
      const [, , open] = rounds;
      if (open === undefined) throw new Error("there is no open round");
      expect(open.submissionDeadline >= today).toBe(true);
      const played = [open.opens, open.submits, open.surveys, open.recommends, open.receives, open.scores];
      expect(played.every((day) => day < `${today.slice(0, 7)}-01`)).toBe(true);
      expect(played).toEqual(played.toSorted());
      // The credit report is of the month of handing in, and the windows end after everything in them.
      expect(open.recommends <= open.recommendationDeadline).toBe(true);
      expect(rounds.map(({ year }) => year)).toEqual([open.year - 2, open.year - 1, open.year]);
    },
  );

  it("is a function of the month alone", () => {
    expect(demonstrationCalendar("2026-11-01")).toEqual(demonstrationCalendar("2026-11-30"));
  });
});

describe("the numbers of the demonstration", () => {
  it("are the same for the same text, within their bounds", () => {
    const draw = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 200 }, () => random.between(3, 9));
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    expect(new Set(draw("a"))).toEqual(new Set([3, 4, 5, 6, 7, 8, 9]));
    expect(() => createRandom("a").pick([])).toThrow(RangeError);
  });
});
