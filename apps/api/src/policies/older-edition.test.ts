import type { Notice, Objection, Panel } from "@shifan/contract";
import { addPolicyVersions, findApplication, findRound, listPolicyVersions } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { afterAll, describe, expect, it } from "vitest";
import { createSettableClock, createTestApp, morning } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { olderEdition } from "../../testing/older-edition.ts";
import { addProposedList, fileObjection, publication, publishList } from "../../testing/publicity.ts";
import { actOn, actOnPanel, addExpert, addReceivedCase, panelOf, score } from "../../testing/reviews.ts";

const [shipped] = shippedPolicies;
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

async function openDatabase() {
  const opened = await openEmbeddedTestDatabase();
  closing.push(opened.close);
  return opened;
}

const period = { ...publication, endsOn: "2026-11-20", periodGround: "放假安排尚未公布" };

describe("a round that opened when its version did not know the later acts yet", () => {
  it("goes on to the certificate by what the shipped edition states, and the published document stays as it was", async () => {
    const opened = await openDatabase();
    await addPolicyVersions(opened.database, [olderEdition()], morning);
    const clock = createSettableClock();
    const app = await createTestApp({ opened, demo: true, clock });
    const city = await addOfficer(app, "city@older.example", "city");
    const experts = await Promise.all([1, 2, 3].map((n) => addExpert(app, city, { name: `专家${n}` })));

    const received = await addReceivedCase(app, { roundId: await addOpenRound(app), uscc: "914101000000000101" });
    const expertIds = experts.map(({ id }) => id);
    const choice = { method: "choice", expertIds, reasons: "专业相符", dueOn: "2026-06-20" };
    const assigned = (await actOnPanel(city, received, "assign-experts", choice)).body as Panel;
    for (const { id, expert } of assigned.reviews) {
      const person = experts.find((each) => each.id === expert.id);
      if (person !== undefined) await score(person.browser, `/api/v1/reviews/${id}`, 80);
    }
    await actOnPanel(city, received, "finish-review", {});
    const { reviews } = panelOf(await city.call(`${received}/panel`));
    expect(reviews.map(({ total }) => total)).toEqual([80, 80, 80]);

    clock.set(new Date("2026-11-16T09:00:00+08:00"));
    const officer = await addOfficer(app, "city2@older.example", "city");
    const { roundId, cases } = await addProposedList(app, { year: 2025, count: 1 });
    const notice = (await publishList(app, officer, roundId, period)).body as Notice;
    expect((await fileObjection(officer, notice.id, 1)).status).toBe(201);
    const [objection] = (await officer.call("/api/v1/objections")).body as Objection[];
    const path = `/api/v1/objections/${objection?.id}`;
    expect((await actOn(officer, path, "admit", { extract: "反映服务企业数不实" })).status).toBe(200);
    expect((await actOn(officer, path, "dismiss", { finding: "经查属实" })).status).toBe(200);
    clock.set(new Date("2026-11-23T09:00:00+08:00"));
    const document = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-11-23" };
    const id = cases[0]?.id ?? "";
    expect((await actOn(officer, `/api/v1/applications/${id}`, "certify", document)).status).toBe(200);

    const [kept] = await listPolicyVersions(opened.database);
    expect(kept?.document).toEqual(olderEdition());
  });

  it("is told what is missing where no edition states it, and nothing is changed", async () => {
    const opened = await openDatabase();
    const next = { ...shipped, version: 2, selectable_from: { ...shipped?.selectable_from, date: "2027-01-01" } };
    const documents = [olderEdition(), next as ReturnType<typeof olderEdition>];
    const clock = createSettableClock(new Date("2026-11-16T09:00:00+08:00"));
    const app = await createTestApp({ opened, documents, demo: true, clock });
    const city = await addOfficer(app, "city@lacking.example", "city");
    const { roundId, cases } = await addProposedList(app, { year: 2026, count: 1 });
    const answer = await publishList(app, city, roundId, period);
    expect(answer).toMatchObject({ status: 409, body: { code: "policy_incomplete" } });
    expect((answer.body as { detail: string }).detail).toContain("没有写明“公示至少几个工作日”");
    expect((await findRound(opened.database, roundId))?.state).toBe("list_proposed");
    expect((await findApplication(opened.database, cases[0]?.id ?? ""))?.state).toBe("proposed");

    const received = await addReceivedCase(app, { roundId, uscc: "914101000000000101" });
    expect(await city.call(`${received}/panel`)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("没有写明“每件申报至少几名专家评审”") },
    });
  });
});
