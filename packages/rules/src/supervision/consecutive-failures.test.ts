import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkOn, policyWithReadings } from "../../testing/checks.ts";
import { dayOf, formatDate } from "../facts/calendar.ts";
import type { CheckOnRecord } from "./checks-on-record.ts";
import { type Certainty, consecutiveFailures } from "./consecutive-failures.ts";

const asShipped = policyWithReadings({});
const perKind = policyWithReadings({ consecutive_failures_reading: "per_kind" });
const merged = policyWithReadings({ consecutive_failures_reading: "merged" });

const letters = { S: "spot_check", A: "appraisal", D: "periodic_inspection" } as const;
const firstDay = dayOf(2026, 3, 1);

/** "S- A+ S-": one check a day, in their order; + passed, - failed. */
function written(sequence: string): CheckOnRecord[] {
  return sequence
    .split(" ")
    .filter((each) => each !== "")
    .map((each, at) => {
      const kind = letters[each.charAt(0) as keyof typeof letters];
      return checkOn(kind, formatDate(firstDay + at), each.charAt(1) === "+" ? "passed" : "failed");
    });
}

describe("two consecutive failures", () => {
  test.each<[string, Certainty, Certainty, Certainty]>([
    ["", "none", "none", "none"],
    ["S-", "none", "none", "none"],
    ["S- S+ S-", "none", "none", "none"],
    ["S+ S- A+ A-", "none", "none", "none"],
    // Both readings hold.
    ["S- S-", "definite", "definite", "definite"],
    ["A- A-", "definite", "definite", "definite"],
    ["S+ A- A- S+", "definite", "definite", "definite"],
    // One of each kind in a row: two in a row, but of neither kind.
    ["S- A-", "none", "definite", "undetermined"],
    ["A- S- A+", "none", "definite", "undetermined"],
    // Another kind in between that was passed: of one kind in a row, but not in a row.
    ["S- A+ S-", "definite", "none", "undetermined"],
    ["A- S+ A-", "definite", "none", "undetermined"],
    // Each reading by a pair of its own.
    ["S- A+ S- A-", "definite", "definite", "definite"],
    // The district's inspections are no part of it, wherever they stand.
    ["D- D-", "none", "none", "none"],
    ["S- D- S+", "none", "none", "none"],
    ["S- D+ S-", "definite", "definite", "definite"],
    ["D- S-", "none", "none", "none"],
  ])("of %j: per kind %s, merged %s, together %s", (sequence, byKind, inOne, together) => {
    const found = consecutiveFailures(written(sequence), asShipped);
    expect([found.perKind.certainty, found.merged.certainty, found.certainty]).toEqual([byKind, inOne, together]);
    expect(consecutiveFailures(written(sequence), perKind).certainty).toBe(byKind);
    expect(consecutiveFailures(written(sequence), merged).certainty).toBe(inOne);
  });

  test("are shown by the checks that make them, the latest pair first of all", () => {
    const found = consecutiveFailures(written("S- S- S+ S- A+ S-"), asShipped);
    expect(found.perKind.checks).toEqual(["spot_check 2026-03-04", "spot_check 2026-03-06"]);
    expect(found.merged.checks).toEqual(["spot_check 2026-03-01", "spot_check 2026-03-02"]);
  });

  test("that are not there have neither checks nor doubts, and those beyond doubt have no doubts", () => {
    const none = { certainty: "none", checks: [], doubts: [] };
    expect(consecutiveFailures([], asShipped)).toEqual({ ...none, perKind: none, merged: none });
    expect(consecutiveFailures(written("S+ A- S+"), asShipped)).toEqual({ ...none, perKind: none, merged: none });
    const checks = ["spot_check 2026-03-01", "spot_check 2026-03-02"];
    const both = { certainty: "definite", checks, doubts: [] };
    expect(consecutiveFailures(written("S- S-"), asShipped)).toEqual({ ...both, perKind: both, merged: both });
  });

  test("of one day are shown by the checks that may fail, and by no doubt but the day", () => {
    const day = ["failed", "passed"] as const;
    const before = checkOn("spot_check", "2026-03-01", "failed");
    const pair = day.map((result, at) => checkOn(at === 0 ? "spot_check" : "appraisal", "2026-03-02", result));
    expect(consecutiveFailures([before, ...pair], merged)).toMatchObject({
      certainty: "undetermined",
      checks: ["spot_check 2026-03-01", "spot_check 2026-03-02"],
      doubts: ["same_day"],
    });
  });

  test("that only one reading finds say so", () => {
    expect(consecutiveFailures(written("S- A-"), asShipped).doubts).toEqual(["readings_differ"]);
    expect(consecutiveFailures(written("S- S-"), asShipped).doubts).toEqual([]);
  });

  test("are not told before a check is closed, and one that is open in between holds everything back", () => {
    const [first, second] = written("S- S-") as [CheckOnRecord, CheckOnRecord];
    const open = consecutiveFailures([first, { ...second, isClosed: false }], asShipped);
    expect(open).toMatchObject({ certainty: "undetermined", doubts: ["check_not_closed"] });
    const between = checkOn("spot_check", "2026-03-01", "passed", { isClosed: false });
    const around = [
      checkOn("spot_check", "2026-02-01", "failed"),
      between,
      checkOn("spot_check", "2026-04-01", "failed"),
    ];
    expect(consecutiveFailures(around, asShipped)).toMatchObject({ certainty: "undetermined" });
  });

  describe("with an appraisal that the unit did not attend, or whose papers were falsified", () => {
    const failed = checkOn("appraisal", "2026-03-01", "failed");
    const absent = checkOn("appraisal", "2026-05-01", "absent", { absenceFinding: "without_reason" });
    const falsified = checkOn("appraisal", "2026-05-01", "falsified", { isFalsified: true });

    test.each([absent, falsified])("are undetermined until it is read whether that is a failure", (own) => {
      expect(consecutiveFailures([failed, own], asShipped)).toMatchObject({
        certainty: "undetermined",
        doubts: ["absence_or_falsification"],
      });
      const counted = policyWithReadings({ absence_as_failure: "counts" });
      expect(consecutiveFailures([failed, own], counted).certainty).toBe("definite");
      const apart = policyWithReadings({ absence_as_failure: "apart" });
      expect(consecutiveFailures([failed, own], apart).certainty).toBe("none");
      const again = checkOn("appraisal", "2026-07-01", "failed");
      expect(consecutiveFailures([failed, own, again], apart).certainty).toBe("definite");
    });

    test("with reason is no appraisal at all", () => {
      const excused = checkOn("appraisal", "2026-05-01", "absent", { absenceFinding: "accepted", isClosed: false });
      expect(consecutiveFailures([failed, excused], asShipped).certainty).toBe("none");
      const again = checkOn("appraisal", "2026-07-01", "failed");
      expect(consecutiveFailures([failed, excused, again], asShipped).certainty).toBe("definite");
    });
  });

  test("of one day have no order: what holds in one order only is undetermined", () => {
    const day = (...results: [CheckOnRecord["kind"], CheckOnRecord["result"]][]) =>
      results.map(([kind, result]) => checkOn(kind, "2026-03-02", result));
    const before = checkOn("spot_check", "2026-03-01", "failed");
    const both = [before, ...day(["spot_check", "failed"], ["appraisal", "passed"])];
    expect(consecutiveFailures(both, merged)).toMatchObject({ certainty: "undetermined", doubts: ["same_day"] });
    expect(consecutiveFailures(both, perKind)).toMatchObject({ certainty: "definite" });
    expect(consecutiveFailures(day(["spot_check", "failed"], ["appraisal", "failed"]), merged)).toMatchObject({
      certainty: "definite",
    });
  });
});

/* The same in one line for checks that are all closed, passed or failed, and one a day. */
function plainly(checks: readonly CheckOnRecord[]): { perKind: boolean; merged: boolean } {
  const inOrder = checks
    .filter(({ kind }) => kind !== "periodic_inspection")
    .toSorted((left, right) => (left.carriedOutOn < right.carriedOutOn ? -1 : 1));
  const hasTwo = (row: readonly CheckOnRecord[]) =>
    row.some((each, at) => each.result === "failed" && row[at + 1]?.result === "failed");
  const ofKind = (kind: string) => inOrder.filter((each) => each.kind === kind);
  return { perKind: hasTwo(ofKind("spot_check")) || hasTwo(ofKind("appraisal")), merged: hasTwo(inOrder) };
}

const anyPlain = fc
  .array(fc.tuple(fc.constantFrom("S", "A", "D"), fc.constantFrom("+", "-")), { maxLength: 12 })
  .map((each) => written(each.map((pair) => pair.join("")).join(" ")));

/** Anything that may be on record, several on a day among it. */
const anyCheck = fc.record({
  kind: fc.constantFrom("spot_check", "appraisal", "periodic_inspection"),
  at: fc.nat({ max: 5 }),
  outcome: fc.constantFrom("passed", "failed", "open", "without_reason", "accepted", "falsified", "not_falsified"),
});
const anyRecord = fc.array(anyCheck, { maxLength: 8 }).map((each) =>
  each.map(({ kind, at, outcome }, index): CheckOnRecord => {
    const plain = outcome === "passed" || outcome === "failed";
    const isOfAppraisal = kind === "appraisal" && !plain && outcome !== "open";
    const own = {
      id: String(index),
      isClosed: outcome !== "open",
      absenceFinding:
        isOfAppraisal && (outcome === "accepted" || outcome === "without_reason") ? (outcome as "accepted") : null,
      isFalsified: isOfAppraisal && outcome === "falsified" ? true : null,
    };
    const result = own.absenceFinding !== null ? "absent" : own.isFalsified ? "falsified" : plain ? outcome : "failed";
    return checkOn(kind, formatDate(firstDay + at), result as CheckOnRecord["result"], own);
  }),
);

describe("whatever is on record", () => {
  test("each reading is the plain one where everything is plain, and together they are definite only where both are", () => {
    fc.assert(
      fc.property(anyPlain, (checks) => {
        const found = consecutiveFailures(checks, asShipped);
        const plain = plainly(checks);
        expect(found.perKind.certainty).toBe(plain.perKind ? "definite" : "none");
        expect(found.merged.certainty).toBe(plain.merged ? "definite" : "none");
        expect(found.certainty).toBe(
          plain.perKind && plain.merged ? "definite" : plain.perKind || plain.merged ? "undetermined" : "none",
        );
      }),
    );
  });

  test("the order in which it is told makes no difference", () => {
    const shuffled = anyRecord.chain((checks) =>
      fc.tuple(fc.constant(checks), fc.shuffledSubarray(checks, { minLength: checks.length })),
    );
    fc.assert(
      fc.property(shuffled, ([checks, other]) => {
        const [one, another] = [checks, other].map((each) => consecutiveFailures(each, asShipped));
        expect(another?.certainty).toBe(one?.certainty);
        expect(another?.perKind.certainty).toBe(one?.perKind.certainty);
        expect(another?.merged.certainty).toBe(one?.merged.certainty);
      }),
    );
  });

  test("periodic inspections change nothing", () => {
    fc.assert(
      fc.property(anyRecord, (checks) => {
        const without = checks.filter(({ kind }) => kind !== "periodic_inspection");
        expect(consecutiveFailures(checks, asShipped)).toEqual(consecutiveFailures(without, asShipped));
      }),
    );
  });

  test("what is still open may end either way: what is told holds in both", () => {
    fc.assert(
      fc.property(anyRecord, fc.func(fc.constantFrom("passed", "failed")), (checks, endOf) => {
        const ended = checks.map((check) =>
          check.isClosed ? check : { ...check, isClosed: true, result: endOf(check.id) as CheckOnRecord["result"] },
        );
        for (const policy of [perKind, merged]) {
          const before = consecutiveFailures(checks, policy).certainty;
          const after = consecutiveFailures(ended, policy).certainty;
          if (before === "definite") expect(after).toBe("definite");
          if (before === "none") expect(after).toBe("none");
        }
      }),
    );
  });

  test("every certainty but none names its checks, and every doubt is told", () => {
    fc.assert(
      fc.property(anyRecord, (checks) => {
        const { certainty, checks: named, doubts } = consecutiveFailures(checks, asShipped);
        expect(named.length >= 2).toBe(certainty !== "none");
        expect(doubts.length > 0).toBe(certainty === "undetermined");
      }),
    );
  });
});
