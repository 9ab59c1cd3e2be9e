import type { Notice, Objection } from "@shifan/contract";
import { findApplication, findCasePublicity } from "@shifan/db";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, addProposedList, objector, onceKey, publication, publishList } from "../../testing/publicity.ts";

/** A letter that came in time is entered while the case is being certified. */
export const letterAtOnceSuite = suite("a letter and a certification at the same moment", (open) => {
  const clock = createSettableClock();
  let held: HeldDatabase;
  let app: TestApp;
  let city: Browser;
  let secondCity: Browser;
  let year = 2026;

  /** A case whose publicity has ended, and the two things that are done about it. */
  const begin = async () => {
    clock.set(new Date("2026-11-16T09:00:00+08:00"));
    const { roundId } = await addProposedList(app, { year, count: 1 });
    year += 1;
    const period = { ...publication, endsOn: "2026-11-20", periodGround: "放假安排尚未公布" };
    const notice = (await publishList(app, city, roundId, period)).body as Notice;
    clock.set(new Date("2026-11-23T09:00:00+08:00"));
    const id = notice.cases[0]?.applicationId ?? "";
    const revision = (await findApplication(app.database, id))?.revision;
    const letter = { ...objector, position: 1, channel: "letter", receivedOn: "2026-11-18" };
    const document = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-11-23" };
    return {
      enterLetter: () =>
        secondCity.call(`/api/v1/notices/${notice.id}/objections`, { body: letter, headers: onceKey() }),
      certify: () =>
        city.call(`/api/v1/applications/${id}/certify`, { body: document, headers: { "if-match": `"${revision}"` } }),
      present: async () => ({
        state: (await findApplication(app.database, id))?.state,
        openObjections: (await findCasePublicity(app.database, id))?.openObjections,
      }),
    };
  };

  beforeAll(async () => {
    held = holdCommits(open());
    app = await createTestApp({ opened: held.opened, demo: true, clock });
    city = await addOfficer(app, "city@letter.example", "city");
    secondCity = await addOfficer(app, "city2@letter.example", "city");
  });

  it("the letter first: it is entered, and the case is not certified over it", async () => {
    const { enterLetter, certify, present } = await begin();
    const [entered, certified] = await held.overlap(enterLetter, certify);
    expect(entered.status).toBe(201);
    expect(certified).toMatchObject({ status: 409, body: { code: "objection_open" } });
    expect(await present()).toEqual({ state: "in_publicity", openObjections: 1 });
  });

  it("the certification first: it stands, and the letter is on record but holds nothing any more", async () => {
    const { enterLetter, certify, present } = await begin();
    const [certified, entered] = await held.overlap(certify, enterLetter);
    expect(certified.status).toBe(200);
    // Whoever wrote in time has a receipt and gets a reply all the same.
    expect(entered.status).toBe(201);
    const path = `/api/v1/objections/${(entered.body as Objection).id}`;
    expect(await actOn(city, path, "admit", { extract: "反映服务企业数不实" })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await present()).toMatchObject({ state: "certified" });
    expect(await actOn(city, path, "refuse", { ground: "该单位已经认定，作为监督线索处理" })).toMatchObject({
      status: 200,
      body: { state: "inadmissible" },
    });
    expect(await present()).toEqual({ state: "certified", openObjections: 0 });
  });
});
