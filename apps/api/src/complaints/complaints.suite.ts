import type { Complaint, ReceiptIssued } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { trailOf, verifyPublicity } from "../../testing/trail.ts";

const complaint = {
  subject: "platform",
  target: "郑州某某服务中心",
  content: "收费没有公示，还要另交介绍费。",
  name: "孙小红",
  contact: "13900001111",
};

/** What holds for complaints on either database. */
export const complaintsSuite = suite("a complaint", (open) => {
  let app: TestApp;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let address = 0;

  const file = (own: object = {}) => {
    address += 1;
    const anybody = createBrowser(app, `203.0.113.${address}`);
    return anybody.call("/api/v1/public/complaints", { body: { ...complaint, ...own } });
  };
  const listOf = async (browser: Browser) => (await browser.call("/api/v1/complaints")).body as Complaint[];
  const findBy = async (browser: Browser, answer: { body: unknown }) => {
    const { receiptNumber } = answer.body as ReceiptIssued;
    return (await listOf(browser)).find((each) => each.receiptNumber === receiptNumber);
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    city = await addOfficer(app, "city@complaint.example", "city");
    auditor = await addOfficer(app, "auditor@complaint.example", "auditor");
    district = await addOfficer(app, "district@complaint.example", "district", "410105");
  });

  it("is taken all year from anybody, answered and closed by the city", async () => {
    const filed = await file();
    expect(filed).toMatchObject({ status: 201, body: { receivedOn: "2026-06-10" } });
    const row = await findBy(city, filed);
    const path = `/api/v1/complaints/${row?.id}`;
    expect(await actOn(city, path, "reply", { reply: "已责令公示收费标准。" })).toMatchObject({
      status: 200,
      body: { state: "replied", repliedOn: "2026-06-10" },
    });
    expect(await actOn(auditor, path, "close", { reason: "越权" })).toMatchObject({ status: 403 });
    expect(await actOn(city, path, "close", { reason: "平台已改正" })).toMatchObject({
      status: 200,
      body: { state: "closed", closedReason: "平台已改正" },
    });
    expect(await actOn(city, path, "reply", { reply: "再答" })).toMatchObject({ status: 409 });
    const { receiptNumber } = filed.body as ReceiptIssued;
    expect((await createBrowser(app).call(`/api/v1/public/receipts/${receiptNumber}`)).body).toEqual({
      receiptNumber,
      kind: "complaint",
      status: "已办结",
      receivedOn: "2026-06-10",
      decidedOn: "2026-06-10",
      repliedOn: "2026-06-10",
      reply: "已责令公示收费标准。",
    });
  });

  it("is taken down by the city where it came by letter or telephone, by the day on which it came; about staff it is not", async () => {
    const register = (by: Browser, own: object = {}) =>
      by.call("/api/v1/complaints", { body: { ...complaint, receivedOn: "2026-06-08", ...own }, headers: onceKey() });
    const taken = await register(city);
    expect(taken).toMatchObject({
      status: 201,
      body: {
        state: "open",
        receivedOn: "2026-06-08",
        receiptNumber: expect.any(String),
        allowedActs: ["reply", "close"],
      },
    });
    const { id, receiptNumber } = taken.body as Complaint;
    expect((await createBrowser(app).call(`/api/v1/public/receipts/${receiptNumber}`)).body).toMatchObject({
      receivedOn: "2026-06-08",
    });
    expect((await trailOf(app.database, id)).map(({ act, role }) => [act, role])).toEqual([["file", "city"]]);
    expect(await register(city, { receivedOn: "2026-06-11" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/receivedOn", code: "in_the_future" }] },
    });
    expect(await register(city, { subject: "staff" })).toMatchObject({ status: 422 });
    for (const other of [auditor, district]) expect(await register(other)).toMatchObject({ status: 403 });
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
  });

  it("is answered in words that whoever holds the number may read: neither name nor address of the complainant", async () => {
    const row = await findBy(city, await file());
    const path = `/api/v1/complaints/${row?.id}`;
    for (const reply of ["孙小红同志：已核实。", "已回电139-0000-1111。"]) {
      expect(await actOn(city, path, "reply", { reply })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/reply", code: "names_objector" }] },
      });
    }
  });

  it("about staff reaches the supervisors alone: those complained about neither see nor answer it", async () => {
    const filed = await file({ subject: "staff", target: "市工信局某科", name: "", contact: "" });
    expect(await findBy(city, filed)).toBeUndefined();
    const row = await findBy(auditor, filed);
    const path = `/api/v1/complaints/${row?.id}`;
    for (const browser of [city, district]) {
      expect(await browser.call(path)).toMatchObject({ status: 404 });
      expect(await browser.call(`${path}/identity`)).toMatchObject({ status: 404 });
      const sent = { body: { reply: "试一试" }, headers: { "if-match": '"1"' } };
      expect(await browser.call(`${path}/reply`, sent)).toMatchObject({ status: 404 });
    }
    expect((await trailOf(app.database, row?.id ?? "")).map(({ resource, outcome }) => [resource, outcome])).toEqual([
      ["staff_complaints", "accepted"],
      ["staff_complaints", "other_jurisdiction"],
      ["staff_complaints", "other_jurisdiction"],
    ]);
    expect((await auditor.call(`${path}/identity`)).body).toEqual({
      name: null,
      contact: null,
      content: complaint.content,
    });
    expect(await actOn(auditor, path, "reply", { reply: "已核实" })).toMatchObject({ status: 200 });
    expect(await actOn(auditor, path, "close", { reason: "已处理" })).toMatchObject({ status: 200 });
  });

  it("hides who complains, and their words; reading them is noted", async () => {
    const row = await findBy(city, await file());
    const path = `/api/v1/complaints/${row?.id}`;
    const shown = await Promise.all([city.call(path), auditor.call(path), auditor.call("/api/v1/complaints")]);
    for (const { body } of shown) {
      for (const words of [complaint.name, complaint.contact, complaint.content]) {
        expect(JSON.stringify(body)).not.toContain(words);
      }
    }
    expect(await auditor.call(path)).toMatchObject({ body: { receiptNumber: null } });
    expect(await auditor.call(`${path}/identity`)).toMatchObject({ status: 403 });
    expect(await district.call(path)).toMatchObject({ status: 404 });
    const { name, contact, content } = complaint;
    expect((await city.call(`${path}/identity`)).body).toEqual({ name, contact, content });
    const trail = await trailOf(app.database, row?.id ?? "");
    expect(trail.map(({ act, role }) => [act, role])).toEqual([
      ["file", "public"],
      ["read-identity", "city"],
    ]);
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
  });

  it.each([
    [{ subject: "weather" }, "/subject", "not_allowed"],
    [{ target: "" }, "/target", "too_small"],
    [{ content: undefined }, "/content", "required"],
    [{ content: "a\u0000" }, "/content", "invalid"],
    [{ content: "字".repeat(10_001) }, "/content", "too_big"],
  ])("is refused with what cannot be: %o", async (own, path, code) => {
    const answer = await file(own);
    expect(answer).toMatchObject({ status: 422 });
    const { errors } = answer.body as { errors: { path: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ path, code }));
  });
});
