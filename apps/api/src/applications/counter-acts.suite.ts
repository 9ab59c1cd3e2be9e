import type { Application } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, putIntoState, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { changesIn, historyOf } from "../../testing/histories.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { trailOf } from "../../testing/trail.ts";

const reason = { reason: "收件回执写的是6月8日" };

/** Slips at the counter: a wrong day of receipt, a dossier begun by mistake; on either database. */
export const counterActsSuite = suite("a slip at the counter", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let roundId: string;
  let next = 0;
  const people = {} as Record<"district" | "elsewhere" | "city" | "applicant", Browser>;

  const pathOf = (id: string) => `/api/v1/applications/${id}`;
  const begin = async (receivedOn = "2026-06-09") => {
    next += 1;
    const organizationId = await addOrganization(app, `9141010000000E00${String(next).padStart(2, "0")}`, null);
    const body = { roundId, organizationId, receivedOn };
    const made = await people.district.call("/api/v1/applications", { headers: onceKey(), body });
    return { id: (made.body as Application).id, body };
  };
  const correct = (id: string, receivedOn: string, by = people.district) =>
    actOn(by, pathOf(id), "correct-receipt", { receivedOn, ...reason });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    roundId = await addOpenRound(app);
    people.district = await addOfficer(app, "district@counter.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@counter.example", "district", "410171");
    people.city = await addOfficer(app, "city@counter.example", "city");
    people.applicant = (await signUp(app, "applicant@counter.example")).browser;
  });

  it("a wrong day of receipt is corrected with a reason by whoever types the dossier in, and stays in its history", async () => {
    const { id } = await begin();
    expect((await correct(id, "2026-06-08", people.elsewhere)).status).toBe(404);
    expect((await correct(id, "2026-06-08", people.city)).status).toBe(403);
    expect((await actOn(people.district, pathOf(id), "correct-receipt", { receivedOn: "2026-06-08" })).status).toBe(
      422,
    );
    for (const [day, code] of [
      ["2026-06-11", "no_such_day"],
      ["2026-02-30", "no_such_day"],
      ["2026-06-09", "nothing_changed"],
    ] as const) {
      expect((await correct(id, day)).body).toMatchObject({ errors: [{ path: "/receivedOn", code }] });
    }
    expect((await correct(id, "2026-06-08")).body).toMatchObject({ state: "draft", receivedOn: "2026-06-08" });
    const { history } = await historyOf(people.city, "applications", id);
    expect(changesIn(history)).toContain("收到日期：2026年6月9日→2026年6月8日");
    expect((await trailOf(app.database, id)).at(-1)).toMatchObject({
      act: "correct-receipt",
      ground: reason.reason,
      article: "第十条",
    });
  });

  it("one that was handed in goes back to be typed in, to be judged by the right day", async () => {
    const { id } = await begin();
    await putIntoState(app, id, "submitted");
    expect((await correct(id, "2026-06-08")).body).toMatchObject({
      state: "draft",
      receivedOn: "2026-06-08",
      allowedActs: expect.arrayContaining(["edit", "submit"]),
    });
    await putIntoState(app, id, "returned");
    expect((await correct(id, "2026-06-07")).body).toMatchObject({ code: "wrong_state" });
  });

  it("a day after the deadline is what happened, and the dossier is not handed in any more", async () => {
    const { id } = await begin();
    clock.set(new Date("2026-09-28T02:00:00Z"));
    expect((await correct(id, "2026-09-26")).body).toMatchObject({ receivedOn: "2026-09-26" });
    const submitted = await actOn(people.district, pathOf(id), "submit", { acknowledged: null });
    expect(submitted.body).toMatchObject({ code: "deadline_passed", detail: expect.stringContaining("9月25日") });
    clock.set(morning);
  });

  it("what was begun by mistake is dropped with a reason, and the unit is entered again", async () => {
    const { id, body } = await begin();
    const drop = (by: Browser, own: object = reason) => actOn(by, pathOf(id), "discard", own);
    expect((await drop(people.district, {})).status).toBe(422);
    expect((await drop(people.elsewhere)).status).toBe(404);
    expect((await drop(people.district)).body).toMatchObject({ state: "withdrawn", allowedActs: [] });
    const again = await people.district.call("/api/v1/applications", { headers: onceKey(), body });
    expect(again.status).toBe(201);
    const handedIn = (again.body as Application).id;
    await putIntoState(app, handedIn, "submitted");
    expect((await actOn(people.district, pathOf(handedIn), "discard", reason)).body).toMatchObject({
      code: "wrong_state",
    });
  });

  it("an application that a unit makes itself is nobody's at the counter", async () => {
    next += 1;
    const uscc = `9141010000000E00${String(next).padStart(2, "0")}`;
    const organizationId = await addOrganization(app, uscc, null);
    const id = await addApplication(app, { roundId, organizationId, uscc });
    await putIntoState(app, id, "submitted");
    expect((await correct(id, "2026-06-08")).status).toBe(403);
    expect((await actOn(people.district, pathOf(id), "discard", reason)).status).toBe(403);
  });
});
