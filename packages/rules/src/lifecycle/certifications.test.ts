import { describe, expect, test } from "vitest";
import { formatDate, parseDate } from "../facts/calendar.ts";
import {
  barredSince,
  type CertificationContext,
  certificationMachine,
  lastDayOfBan,
  lastDayOfTitle,
  standingOfTitle,
  type TitleRecord,
  titleObstacles,
} from "./certifications.ts";
import { decide } from "./decide.ts";

const title = (changed: Partial<TitleRecord>): TitleRecord => ({
  state: "valid",
  validTo: "2026-08-15",
  endedOn: null,
  endServedOn: null,
  ...changed,
});
const banYears = 3;

describe("what stands in the way of handing in", () => {
  test.each([
    ["2026-06-10", "2026-06-10"],
    ["2026-06-11", null],
  ])("a revocation of 2023-06-10 on %s: barred until %s", (day, barredUntil) => {
    const revoked = title({ state: "revoked", endedOn: "2023-06-10" });
    expect(titleObstacles([revoked], day, banYears)).toEqual({ barredUntil, titleValidTo: null });
  });

  test("the ban runs from the recorded service, where there is one", () => {
    expect(lastDayOfBan(title({ state: "revoked", endedOn: "2023-06-10", endServedOn: "2023-06-20" }), 3)).toBe(
      "2026-06-20",
    );
    expect(lastDayOfBan(title({ endedOn: "2024-02-29", state: "revoked" }), 3)).toBe("2027-02-28");
    expect(lastDayOfBan(title({ state: "revoked" }), 3)).toBeNull();
  });

  test.each([
    // 29 February has no corresponding day in three years: the month's last day (民法典 202).
    ["2028-02-29", null, "2031-02-28"],
    ["2024-02-29", "2024-03-01", "2027-03-01"],
    // 28 February has one, also where the month has 29 days.
    ["2025-02-28", null, "2028-02-28"],
    ["2026-12-31", null, "2029-12-31"],
  ])(
    "a revocation of %s, served on %s, bars through %s, that day included, and no day more",
    (endedOn, endServedOn, last) => {
      const revoked = title({ state: "revoked", endedOn, endServedOn });
      const next = formatDate((parseDate(last) ?? 0) + 1);
      expect(titleObstacles([revoked], last, banYears).barredUntil).toBe(last);
      expect(titleObstacles([revoked], next, banYears).barredUntil).toBeNull();
      expect(barredSince(revoked, last, banYears)).toBe(endServedOn ?? endedOn);
      expect(barredSince(revoked, next, banYears)).toBeNull();
    },
  );

  test("bars from its own day on, and never for a title that was cancelled or is valid", () => {
    const revoked = title({ state: "revoked", endedOn: "2026-06-21", endServedOn: "2026-06-24" });
    expect(barredSince(revoked, "2026-06-23", banYears)).toBeNull();
    expect(barredSince(revoked, "2026-06-24", banYears)).toBe("2026-06-24");
    expect(barredSince({ ...revoked, state: "cancelled" }, "2026-06-24", banYears)).toBeNull();
    expect(barredSince(title({}), "2026-06-24", banYears)).toBeNull();
  });

  test.each(["cancelled", "revoked"] as const)(
    "on a day before a title was %s it is not barred, and the title stands in the way as it stood then",
    (state) => {
      const ended = title({ state, endedOn: "2026-06-21", validTo: "2028-01-01" });
      const standing = { barredUntil: null, titleValidTo: "2028-01-01" };
      expect(titleObstacles([ended], "2026-06-20", banYears)).toEqual(standing);
      const inLastYear = { ...ended, validTo: "2026-12-01" };
      expect(titleObstacles([inLastYear], "2026-06-20", banYears)).toEqual({ barredUntil: null, titleValidTo: null });
      const barredUntil = state === "revoked" ? "2029-06-21" : null;
      expect(titleObstacles([ended], "2026-06-21", banYears)).toEqual({ barredUntil, titleValidTo: null });
    },
  );

  test("a cancellation brings no ban", () => {
    const cancelled = title({ state: "cancelled", endedOn: "2026-05-01", validTo: "2028-01-01" });
    expect(titleObstacles([cancelled], "2026-06-10", banYears)).toEqual({ barredUntil: null, titleValidTo: null });
  });

  test.each([
    ["2025-12-31", "2026-08-15"],
    ["2026-01-01", null],
    ["2026-08-15", null],
    ["2026-12-31", null],
  ])("a title that ends on 2026-08-15 on %s: %s", (day, titleValidTo) => {
    expect(titleObstacles([title({})], day, banYears)).toEqual({ barredUntil: null, titleValidTo });
  });

  test("of several the latest is named, and none of none", () => {
    const titles = [
      title({ state: "revoked", endedOn: "2024-01-10" }),
      title({ state: "revoked", endedOn: "2025-02-10" }),
      title({ validTo: "2027-01-01" }),
    ];
    expect(titleObstacles(titles, "2026-06-10", banYears)).toEqual({
      barredUntil: "2028-02-10",
      titleValidTo: "2027-01-01",
    });
    expect(titleObstacles([], "2026-06-10", banYears)).toEqual({ barredUntil: null, titleValidTo: null });
  });
});

describe("the days of a title", () => {
  test.each([
    ["2023-08-15", "2026-08-15"],
    ["2024-02-29", "2027-02-28"],
    ["2025-12-31", "2028-12-31"],
  ])("that begins on %s end on %s, the corresponding day three years on", (validFrom, last) => {
    expect(lastDayOfTitle(validFrom, 3)).toBe(last);
  });

  test("begin on a day that there is", () => {
    expect(() => lastDayOfTitle("2026-02-30", 3)).toThrow(RangeError);
    expect(() => lastDayOfTitle("2026-02-30", 3)).toThrow("no such day: 2026-02-30");
  });

  test.each([
    ["2023-08-14", "not_yet_valid"],
    ["2023-08-15", "valid"],
    ["2026-08-15", "valid"],
    ["2026-08-16", "expired"],
  ])("on %s it is %s, its first and last day included", (today, standing) => {
    const days = { validFrom: "2023-08-15", validTo: "2026-08-15" };
    expect(standingOfTitle({ state: "valid", ...days }, today)).toBe(standing);
    for (const state of ["cancelled", "revoked"] as const)
      expect(standingOfTitle({ state, ...days }, today)).toBe(state);
  });
});

test("a revocation whose day is not on record bars on no day", () => {
  const revoked = title({ state: "revoked" });
  expect(barredSince(revoked, "2026-06-24", banYears)).toBeNull();
  expect(titleObstacles([revoked], "2026-06-24", banYears).barredUntil).toBeNull();
});

describe("a title from papers", () => {
  const waiting: CertificationContext = {
    isConfirmed: false,
    isSamePerson: false,
    isImported: true,
    isDiscarded: false,
    hasCorrection: false,
    hasReasons: true,
  };
  const attempt = (act: string, context: Partial<CertificationContext>) =>
    decide(certificationMachine, {
      state: "revoked",
      relation: {
        organization: "o",
        district: null,
        account: null,
        isHandedIn: false,
        isPaper: true,
        isPublished: true,
      },
      act,
      actor: { userId: "u", grants: [{ role: "city", district: null, organizations: [], onBehalfOf: null }] },
      context: { ...waiting, ...context },
    });
  const done = { ok: true, to: "revoked" };
  const refused = (code: string) => ({ refusal: { code } });

  test.each<[act: string, context: Partial<CertificationContext>, object]>([
    ["confirm", {}, done],
    ["confirm", { isSamePerson: true }, refused("second_person_required")],
    ["confirm", { isConfirmed: true }, refused("wrong_state")],
    ["confirm", { isDiscarded: true }, refused("wrong_state")],
    ["refuse", {}, done],
    ["refuse", { isSamePerson: true }, refused("second_person_required")],
    ["refuse", { hasReasons: false }, refused("reasons_required")],
    ["refuse", { isConfirmed: true }, refused("wrong_state")],
    ["refuse", { isDiscarded: true }, refused("wrong_state")],
    ["withdraw", { isSamePerson: true }, done],
    ["withdraw", {}, refused("not_permitted")],
    ["withdraw", { isSamePerson: true, hasReasons: false }, refused("reasons_required")],
    ["withdraw", { isSamePerson: true, isConfirmed: true }, refused("wrong_state")],
    ["withdraw", { isSamePerson: true, isDiscarded: true }, refused("wrong_state")],
  ])("before it is confirmed: %s with %j", (act, context, outcome) => {
    expect(attempt(act, context)).toMatchObject(outcome);
  });

  const confirmed = { isConfirmed: true };
  test.each<[act: string, context: Partial<CertificationContext>, object]>([
    ["correct", {}, done],
    ["correct", { isImported: false }, refused("wrong_state")],
    ["correct", { isConfirmed: false }, refused("wrong_state")],
    ["correct", { hasCorrection: true }, refused("wrong_state")],
    ["correct", { hasReasons: false }, refused("reasons_required")],
    ["confirm-correction", { hasCorrection: true }, done],
    ["confirm-correction", { hasCorrection: true, isSamePerson: true }, refused("second_person_required")],
    ["confirm-correction", {}, refused("wrong_state")],
    ["drop-correction", { hasCorrection: true, isSamePerson: true }, done],
    ["drop-correction", { hasCorrection: true }, done],
    ["drop-correction", { hasCorrection: true, hasReasons: false }, refused("reasons_required")],
    ["drop-correction", {}, refused("wrong_state")],
  ])("once it is confirmed: %s with %j", (act, context, outcome) => {
    expect(attempt(act, { ...confirmed, ...context })).toMatchObject(outcome);
  });
});
