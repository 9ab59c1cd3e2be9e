import type { ActResult } from "@shifan/contract";
import { findApplication, insertCertification, listPublishedCases, listRegister } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addProposedList, fileObjection, publication, publishList } from "../../testing/publicity.ts";
import { type CountedStatements, countStatements } from "../../testing/statements.ts";
import { trailOf } from "../../testing/trail.ts";

const document = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-11-23" };

/** What holds for the titles that a round gives, on either database. */
export const certifySuite = suite("the certification", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let statements: CountedStatements;
  let city: Browser;
  let secondCity: Browser;
  let year = 2026;

  /** So many cases in a publicity from 16 to 20 November, the clock after its end. */
  const published = async (count: number) => {
    year += 1;
    clock.set(new Date("2026-11-16T09:00:00+08:00"));
    const list = await addProposedList(app, { year, count });
    const notice = await publishList(app, city, list.roundId, {
      ...publication,
      endsOn: "2026-11-20",
      // The app of a test has no holiday calendar: on which days of work the end rests is said in words.
      periodGround: "11月16日至20日均为工作日",
    });
    expect(notice.status).toBe(200);
    clock.set(new Date("2026-11-23T09:00:00+08:00"));
    return { ...list, noticeId: (notice.body as { id: string }).id };
  };
  const revisionOf = async (id: string) => (await findApplication(app.database, id))?.revision ?? 0;
  const certify = async (id: string, own: object = {}, officer = city, revision?: number) =>
    officer.call(`/api/v1/applications/${encodeURIComponent(id)}/certify`, {
      body: { ...document, ...own },
      headers: { "if-match": `"${revision ?? (await revisionOf(id))}"` },
    });
  /** Certifies cases in one call. @returns what became of each, and with how many statements */
  const certifyMany = async (cases: readonly { id: string }[]) => {
    const applications = await Promise.all(
      cases.map(async ({ id }) => ({ id, revision: Math.max(await revisionOf(id), 1) })),
    );
    const before = statements.count();
    const answer = await city.call("/api/v1/applications/acts", {
      body: { act: "certify", ...document, applications },
    });
    return { results: (answer.body as { results: ActResult[] }).results, statements: statements.count() - before };
  };
  const titlesOf = async (roundId: string) => {
    const { rows } = await listRegister(app.database, {
      day: "2026-11-23",
      filter: {},
      functions: null,
      offset: 0,
      limit: 500,
    });
    return rows.flatMap(({ title }) => (title.roundId === roundId ? [title] : []));
  };

  beforeAll(async () => {
    statements = countStatements(open());
    app = await createTestApp({ opened: statements.opened, demo: true, clock });
    city = await addOfficer(app, "city@certify.example", "city");
    secondCity = await addOfficer(app, "city2@certify.example", "city");
  });

  it.each([
    ["2026-11-20T23:59:59+08:00", "publicity_not_ended"],
    ["2026-11-21T00:00:00+08:00", null],
  ])("comes after the last day's 24:00 in Shanghai: %s", async (instant, refused) => {
    const { cases } = await published(1);
    clock.set(new Date(instant));
    const own = { certifiedOn: instant.slice(0, 10) };
    const answer = await certify(cases[0]?.id ?? "", own);
    expect(refused === null ? answer.status : (answer.body as { code: string }).code).toBe(refused ?? 200);
  });

  it("is dated after the publicity and not in the future, and ends later than it begins", async () => {
    const { cases } = await published(1);
    const id = cases[0]?.id ?? "";
    const faultOf = async (own: object) =>
      ((await certify(id, own)).body as { errors?: { path: string }[] }).errors?.[0]?.path;
    expect(await faultOf({ certifiedOn: "2026-11-20" })).toBe("/certifiedOn");
    expect(await faultOf({ certifiedOn: "2026-11-24" })).toBe("/certifiedOn");
    expect(await faultOf({ certifiedOn: "2026-02-30" })).toBe("/certifiedOn");
    expect(await faultOf({ validTo: "2026-11-23" })).toBe("/validTo");
    expect(await faultOf({ validTo: "2029-02-30" })).toBe("/validTo");
    expect((await findApplication(app.database, id))?.state).toBe("in_publicity");
  });

  it("gives three years to the corresponding day, or what the document says, under the next number of the round", async () => {
    const { cases, roundId } = await published(3);
    const [first, second, third] = cases.map(({ id }) => id);
    // A number that a title entered from papers bears already is left out.
    const old = { id: `old ${year}`, organizationId: cases[0]?.organizationId ?? "", platformName: "旧平台" };
    const ended = { endedOn: null, endServedOn: null, endDocumentNumber: null, endSource: null };
    const kept = { platformType: "specialized", district: "410105", state: "valid" as const, ...ended };
    const days = { validFrom: "2020-01-01", validTo: "2023-01-01", createdAt: clock.now() };
    const numbered = { documentNumber: "旧文号", certificateNumber: `ZZSF-${year}-002`, source: "档案" };
    const entered = { applicationId: null, roundId: null, importedBy: "a", confirmedBy: "b" };
    await insertCertification(app.database, { ...old, ...kept, ...days, ...numbered, ...entered }, []);
    expect((await certify(first ?? "")).body).toMatchObject({ state: "certified" });
    expect((await certify(second ?? "", { validTo: "2029-12-31" })).status).toBe(200);
    expect((await certify(third ?? "")).status).toBe(200);
    const titles = await titlesOf(roundId);
    const shown = titles.map(({ applicationId, certificateNumber, validFrom, validTo }) => [
      applicationId,
      certificateNumber,
      validFrom,
      validTo,
    ]);
    expect(shown).toEqual([
      [first, `ZZSF-${year}-001`, "2026-11-23", "2029-11-23"],
      [second, `ZZSF-${year}-003`, "2026-11-23", "2029-12-31"],
      [third, `ZZSF-${year}-004`, "2026-11-23", "2029-11-23"],
    ]);
    const trail = await trailOf(app.database, titles[0]?.id ?? "");
    expect(trail.map(({ act, ground, role }) => [act, ground, role])).toEqual([
      ["grant", document.documentNumber, "city"],
    ]);
  });

  it("is done once when two officers do it at the same moment", async () => {
    const { cases, roundId } = await published(1);
    const id = cases[0]?.id ?? "";
    const revision = await revisionOf(id);
    const both = await Promise.all([certify(id, {}, city, revision), certify(id, {}, secondCity, revision)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await titlesOf(roundId)).toHaveLength(1);
  });

  it("goes on for the others where an objection holds one case back", async () => {
    const { cases, noticeId } = await published(3);
    clock.set(new Date("2026-11-18T09:00:00+08:00"));
    expect((await fileObjection(city, noticeId, 2)).status).toBe(201);
    clock.set(new Date("2026-11-23T09:00:00+08:00"));
    const { results } = await certifyMany(cases);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(["accepted", "accepted", "objection_open"]);
  });

  it("of many cases at once has a result for each and a number of its own, also of those beyond a hundred", async () => {
    const count = 102;
    const { cases, roundId } = await published(count);
    const [first] = cases;
    const { results } = await certifyMany([...cases, { id: "none" }, { id: first?.id ?? "" }]);
    expect(results.map(({ applicationId }) => applicationId)).toEqual([
      ...cases.map(({ id }) => id),
      "none",
      first?.id,
    ]);
    expect(results.slice(0, count).every(({ outcome }) => outcome === "accepted")).toBe(true);
    expect(results.slice(count).map(({ outcome }) => outcome)).toEqual(["unknown_record", "stale"]);
    const titles = await titlesOf(roundId);
    expect(new Set(titles.map(({ certificateNumber }) => certificateNumber)).size).toBe(count);
    const { length } = await trailOf(app.database, first?.id ?? "");
    expect(length).toBe((await trailOf(app.database, cases[101]?.id ?? "")).length);
  });

  it("asks the database as often for forty cases as for four", async () => {
    const statementsFor = async (count: number) => {
      const { cases } = await published(count);
      const done = await certifyMany(cases);
      expect(done.results.map(({ outcome }) => outcome)).toEqual(cases.map(() => "accepted"));
      return done.statements;
    };
    expect(await statementsFor(40)).toBe(await statementsFor(4));
  });

  it("is not done under a document that is on record for the same platform; the others are certified", async () => {
    const { cases, roundId } = await published(2);
    const [first, second] = cases;
    const id = first?.id ?? "";
    const name = (await listPublishedCases(app.database, [id])).get(id)?.platformName ?? "";
    const old = { id: `same ${year}`, organizationId: first?.organizationId ?? "", platformName: name };
    const ended = { endedOn: null, endServedOn: null, endDocumentNumber: null, endSource: null };
    const kept = { platformType: "specialized", district: "410105", state: "valid" as const, ...ended };
    const days = { validFrom: "2026-11-23", validTo: "2029-11-23", createdAt: clock.now() };
    const written = { documentNumber: document.documentNumber, certificateNumber: null, source: "档案" };
    const entered = { applicationId: null, roundId: null, importedBy: "a", confirmedBy: null };
    await insertCertification(app.database, { ...old, ...kept, ...days, ...written, ...entered }, []);
    const { results } = await certifyMany([{ id }, { id: second?.id ?? "" }]);
    expect(results.map(({ outcome, errors }) => [outcome, errors[0]?.path])).toEqual([
      ["invalid_input", "/documentNumber"],
      ["accepted", undefined],
    ]);
    expect(await titlesOf(roundId)).toHaveLength(1);
  });
});
