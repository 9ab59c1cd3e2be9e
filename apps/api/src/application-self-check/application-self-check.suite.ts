import type { SelfCheckDifferences } from "@shifan/contract";
import { findApplication } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { sampleForm, zhengzhouPolicy } from "@shifan/rules/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import {
  addApplication,
  addOpenRound,
  addOrganization,
  putIntoState,
  signInStaff,
  signUp,
} from "../../testing/applications.ts";
import { beginTestChat, turnOf } from "../../testing/chat.ts";
import { fillForm } from "../../testing/filled-cases.ts";

const uscc = "91410100MA9K12344B";

/** What holds for the look at one's own self-check beside the application on either database. */
export const applicationSelfCheckSuite = suite("the self-check beside the application", (open) => {
  let app: TestApp;
  let applicant: Browser;
  let id: string;
  let chat: Awaited<ReturnType<typeof beginTestChat>>;

  const compare = (by: Browser, body: unknown = { sessionId: chat.id, token: chat.token }, of = id) =>
    by.call(`/api/v1/applications/${of}/self-check-differences`, { body });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    const { browser, userId } = await signUp(app, "applicant@self-check.example");
    applicant = browser;
    const organizationId = await addOrganization(app, uscc, userId);
    id = await addApplication(app, { roundId: await addOpenRound(app), organizationId, uscc });
    await fillForm(applicant, id, sampleForm());
    chat = await beginTestChat(app);
    const answered = await chat.send({
      facts: { total_assets_prev_year_end_yuan: "1000000", smes_served_prev_year: 96, smes_served_year_before: null },
    });
    expect(answered.status).toBe(200);
  });

  it("lists where the two say different things, fact by fact and condition by condition, and nothing else", async () => {
    const { status, body } = await compare(applicant);
    expect([status, body]).toEqual([200, expect.anything()]);
    expect(body).toMatchObject({
      isFinished: false,
      facts: [
        {
          fact: "total_assets_prev_year_end_yuan",
          label: expect.stringContaining("2025年"),
          selfCheck: "100万元",
          application: "320万元",
        },
      ],
    });
  });

  it("once the self-check is finished, names the conditions that come out otherwise", async () => {
    const strong = zhengzhouPolicy.document.cases.bases.B1 ?? {};
    const applicantOfChat: Readonly<Record<string, unknown>> = {
      ...strong,
      total_assets_prev_year_end_yuan: "1000000",
    };
    let { turn } = await chat.read();
    while (turn.question !== null) {
      const asked = turn.question.facts;
      const facts = Object.fromEntries(asked.map((fact) => [fact, applicantOfChat[fact] ?? null]));
      turn = turnOf(await chat.send({ facts }));
    }
    const { body } = await compare(applicant);
    expect(body).toMatchObject({ isFinished: true });
    const { criteria } = body as SelfCheckDifferences;
    expect(criteria).toContainEqual({
      id: "art6_2_assets",
      article: "第六条（二）",
      title: expect.any(String),
      selfCheck: "not_met",
      application: "met",
    });
    expect(criteria.every((criterion) => criterion.selfCheck !== criterion.application)).toBe(true);
  });

  it("is the applicant's alone: staff of every role are refused, and nobody else knows of the application", async () => {
    await putIntoState(app, id, "submitted");
    const { browser: other } = await signUp(app, "other@self-check.example");
    expect((await compare(other)).status).toBe(404);
    for (const [role, district] of [
      ["district", "410105"],
      ["city", null],
      ["auditor", null],
    ] as const) {
      const officer = await signInStaff(app, `${role}@self-check.example`, role, district);
      expect([role, (await compare(officer)).status]).toEqual([role, 403]);
    }
    const administrator = await signInStaff(app, "administrator@self-check.example", "administrator");
    expect((await compare(administrator)).status).toBe(404);
  });

  it("wants the token: a wrong one and a self-check that is no more look the same", async () => {
    for (const body of [
      { sessionId: chat.id, token: "wrong" },
      { sessionId: "none", token: chat.token },
    ]) {
      expect(await compare(applicant, body)).toMatchObject({ status: 404, body: { code: "unknown_session" } });
    }
    expect((await compare(applicant, { sessionId: chat.id })).status).toBe(422);
  });

  it("leaves no trace of whose self-check it was, and changes nothing", async () => {
    const before = await findApplication(app.database, id);
    await compare(applicant);
    expect(await findApplication(app.database, id)).toEqual(before);
    const result: unknown = await app.database.execute("select * from audit_entries");
    expect(JSON.stringify(result)).not.toContain(chat.id);
  });
});
