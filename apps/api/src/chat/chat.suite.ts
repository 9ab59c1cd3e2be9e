import type { ChatSessionCreated } from "@shifan/contract";
import { updateCertification } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { expect, it } from "vitest";
import { call, createSettableClock, createTestApp, morning } from "../../testing/app.ts";
import { addOrganization } from "../../testing/applications.ts";
import { beginTestChat, turnOf } from "../../testing/chat.ts";
import { addTitle } from "../../testing/titles.ts";

/** What holds for conversations on either database; on PostgreSQL inputs really meet. */
export const chatSuite = suite("chat", (open) => {
  it("begins with a welcome and goes on by taps and by words", async () => {
    const app = await createTestApp({ opened: open() });
    const chat = await beginTestChat(app);
    expect(chat.turn.messages[0]?.text).toMatch(/^您好/);
    const started = turnOf(await chat.send({ action: "start" }));
    expect(started.question).not.toBeNull();
    expect(started.assessment).toBeNull();
    const next = turnOf(await chat.send({ text: "不清楚" }));
    expect(next.question?.id).not.toBe(started.question?.id);
  });

  it("goes on after a restart where it stood, with all that was said", async () => {
    const chat = await beginTestChat(await createTestApp({ opened: open() }));
    await chat.send({ action: "start" });
    const facts = { total_assets_prev_year_end_yuan: "3200000.00", is_independent_legal_person: null };
    const last = turnOf(await chat.send({ facts }));

    const restarted = await createTestApp({ opened: open() });
    const session = await chat.read(restarted);
    expect(session.turn.question).toEqual(last.question);
    expect(session.transcript.map(({ n, said }) => [n, said === null])).toEqual([
      [0, true],
      [1, false],
      [2, false],
    ]);
    expect(session.transcript[2]?.messages).toEqual(last.messages);
    expect(session.transcript[0]?.at).toBe("2026-06-10T09:30:00+08:00");
    expect(session.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fact: "total_assets_prev_year_end_yuan", value: "3200000.00", known: true }),
        expect.objectContaining({ fact: "is_independent_legal_person", value: null, known: false }),
      ]),
    );
  });

  it("takes a repeated seq once and gives the same turn again, also after later inputs and after a restart", async () => {
    const app = await createTestApp({ opened: open() });
    const chat = await beginTestChat(app);
    const first = await chat.send({ action: "start", seq: 1 });
    const second = await chat.send({ text: "不清楚", seq: 2 });
    expect((await chat.send({ action: "start", seq: 1 })).body).toEqual(first.body);
    const restarted = await createTestApp({ opened: open() });
    expect((await chat.send({ text: "不清楚", seq: 2 }, restarted)).body).toEqual(second.body);
    expect((await chat.send({ text: "别的话", seq: 1 }, restarted)).body).toEqual(first.body);
    expect((await chat.read()).transcript).toHaveLength(3);
  });

  it("takes a seq once when it comes many times at the same moment, at two processes", async () => {
    const apps = [await createTestApp({ opened: open() }), await createTestApp({ opened: open() })];
    const [app] = apps;
    if (app === undefined) throw new Error("no app");
    const chat = await beginTestChat(app);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => chat.send({ action: "start", seq: 7 }, apps[index % 2])),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: answers[0]?.body });
    expect((await chat.read()).transcript).toHaveLength(2);
  });

  it("handles inputs at the same moment one after the other and loses none", async () => {
    const apps = [await createTestApp({ opened: open() }), await createTestApp({ opened: open() })];
    const [app] = apps;
    if (app === undefined) throw new Error("no app");
    const chat = await beginTestChat(app);
    const facts = [
      { total_assets_prev_year_end_yuan: "3200000.00" },
      { service_staff_count: 16 },
      { smes_served_prev_year: 96 },
      { partner_orgs_with_agreement: 8 },
      { is_independent_legal_person: true },
      { registered_in_zhengzhou: true },
    ];
    const answers = await Promise.all(facts.map((one, index) => chat.send({ facts: one }, apps[index % 2])));
    expect(answers.map(({ status }) => status)).toEqual(facts.map(() => 200));
    const { answers: kept, transcript } = await chat.read();
    for (const [fact, value] of facts.flatMap((one) => Object.entries(one))) {
      expect(kept).toContainEqual(expect.objectContaining({ fact, value }));
    }
    expect(transcript.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("changes nothing when a fact is refused", async () => {
    const chat = await beginTestChat(await createTestApp({ opened: open() }));
    await chat.send({ action: "start" });
    const before = await chat.read();
    expect((await chat.send({ facts: { service_staff_count: -1 } })).status).toBe(422);
    expect(await chat.read()).toEqual(before);
  });

  it("takes 60 inputs in a minute and says when the next is taken", async () => {
    const app = await createTestApp({ opened: open() });
    const chat = await beginTestChat(app);
    for (let seq = 1; seq <= 60; seq += 1) expect((await chat.send({ action: "help", seq })).status).toBe(200);
    app.clock.forward(20);
    const refused = await chat.send({ action: "help", seq: 61 });
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(refused.headers.get("retry-after")).toBe("40");
    expect((await chat.send({ action: "help", seq: 60 })).status).toBe(200);
    app.clock.forward(40);
    expect((await chat.send({ action: "help", seq: 61 })).status).toBe(200);
  });

  it("makes one session of a beginning that is repeated with its key, and refuses the key for another", async () => {
    const app = await createTestApp({ opened: open() });
    const begin = (body: object, key: string, address = "10.0.0.1") =>
      call(app, "/api/v1/chat/sessions", { body, headers: { "idempotency-key": key, "x-forwarded-for": address } });
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => begin({}, "key-1")));
    expect(first?.status).toBe(201);
    for (const other of others) expect(other.body).toEqual(first?.body);
    // Another body under the same key is refused, also where it would mean the same today.
    expect(await begin({ policyId: "zhengzhou-sme-platform" }, "key-1")).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    expect((await begin({}, "key-2")).body).not.toEqual(first?.body);
    expect((await begin({}, "key-1", "10.0.0.2")).body).not.toEqual(first?.body);

    const { id, token } = (first?.body ?? {}) as ChatSessionCreated;
    expect((await call(app, `/api/v1/chat/sessions/${id}`, { token })).status).toBe(200);
  });

  it("offers a version that came into force meanwhile, and moves only when it is taken up", async () => {
    const [shipped] = shippedPolicies;
    if (shipped === undefined) throw new Error("no policy is shipped");
    const id = "moving";
    const version = (number: number, date: string) => ({
      ...shipped,
      id,
      version: number,
      selectable_from: { ...shipped.selectable_from, date },
    });
    const clock = createSettableClock();
    const app = await createTestApp({
      opened: open(),
      clock,
      documents: [...shippedPolicies, version(1, "2022-01-01"), version(2, "2026-07-01")],
    });
    const begun = await call(app, "/api/v1/chat/sessions", { body: { policyId: id } });
    const { id: session, token } = begun.body as ChatSessionCreated;
    const path = `/api/v1/chat/sessions/${session}/inputs`;
    const send = async (action: string) => turnOf(await call(app, path, { body: { action }, token }));
    const actions = (turn: Awaited<ReturnType<typeof send>>) =>
      turn.messages.flatMap(({ choices }) => choices.map((choice) => choice.action));

    expect(actions(await send("start"))).not.toContain("move");
    clock.set(new Date("2026-07-01T00:30:00+08:00"));
    expect(actions(await send("continue"))).toContain("move");
    expect((await send("result")).assessment?.policy).toMatchObject({ id, version: 1 });
    await send("move");
    expect((await send("result")).assessment?.policy).toMatchObject({ id, version: 2 });
    clock.set(morning);
  });

  it("looks a credit code up in the register, tells the last day of a ban, and keeps the code nowhere", async () => {
    const app = await createTestApp({ opened: open() });
    const uscc = "91410100MA9K12344B";
    const organizationId = await addOrganization(app, uscc, null);
    const certificationId = await addTitle(app, { organizationId, validFrom: "2024-03-01", validTo: "2027-03-01" });
    const end = { state: "revoked", endedOn: "2026-02-10", endServedOn: "2026-02-15" } as const;
    await updateCertification(app.database, certificationId, {
      ...end,
      endDocumentNumber: "〔2026〕1号",
      endSource: "档案",
    });
    const chat = await beginTestChat(app);
    const said = (turn: { messages: { text: string }[] }) => turn.messages.map(({ text }) => text).join("\n");
    await chat.send({ facts: { submission_date: "2026-06-10" } });
    expect(said(turnOf(await chat.send({ text: "914403001922038216" })))).toContain("没有查到这个单位");
    expect(said(turnOf(await chat.send({ text: "９１４１０１００ma9k12344b" })))).toContain(
      "到2029年2月15日为止（含当天）不得再次申报，2029年2月16日起可以（第十四条）",
    );
    const result = turnOf(await chat.send({ action: "result" }));
    expect(result.assessment).toMatchObject({ reapplyBarredUntil: "2029-02-15", verdict: "not_met" });
    const session = await chat.read();
    expect(session.transcript.map((entry) => entry.said).slice(2, 4)).toEqual([
      "（统一社会信用代码，没有记下）",
      "（统一社会信用代码，没有记下）",
    ]);
    const kept = await app.database.execute("select * from chat_sessions");
    const entries = await app.database.execute("select * from chat_entries");
    expect(JSON.stringify([session, kept, entries])).not.toMatch(/91410100MA9K12344B|914403001922038216/i);
  });
});
