import { randomUUID } from "node:crypto";
import type { StaffNote } from "@shifan/contract";
import { findStaffNote } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, putIntoState } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const base = "/api/v1/staff-notes";
const text = "已和联系人王小明（138 0013 8000）核对服务名单。";

/** What the departments tell each other about a matter, on either database. */
export const staffNotesSuite = suite("a note among staff", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let roundId: string;
  let people: Record<
    "district" | "colleague" | "elsewhere" | "city" | "auditor" | "expert" | "admin" | "applicant",
    Browser
  >;
  let next = 0;

  const addCase = () => {
    next += 1;
    return addAcceptedCase(app, { roundId, uscc: `9141010000000F00${String(next).padStart(2, "0")}` });
  };
  const write = (by: Browser, recordId: string, own: object = {}) =>
    by.call(base, { body: { resource: "applications", recordId, text, ...own }, headers: onceKey() });
  const notesOf = async (by: Browser, recordId: string, resource = "applications") => {
    const filter = encodeURIComponent(JSON.stringify({ resource, recordId }));
    return (await by.call(`${base}?filter=${filter}`)).body as StaffNote[];
  };
  const written = async (by: Browser, recordId: string) => (await write(by, recordId)).body as StaffNote;

  beforeAll(async () => {
    const owned = Array.from({ length: 20 }, (_, n) => `organization 9141010000000F00${String(n).padStart(2, "0")}`);
    app = await createTestApp({
      opened: open(),
      demo: true,
      clock,
      organizationsOf: async () => owned.map((id) => ({ id, name: id, isPlatform: true })),
    });
    roundId = await addOpenRound(app);
    const applicant = createBrowser(app);
    await applicant.call("/api/v1/auth/sign-up/email", {
      body: { name: "王五", email: "applicant@note.example", password: "correct-horse-battery" },
    });
    people = {
      district: await addOfficer(app, "district@note.example", "district", "410105"),
      colleague: await addOfficer(app, "colleague@note.example", "district", "410105"),
      elsewhere: await addOfficer(app, "elsewhere@note.example", "district", "410171"),
      city: await addOfficer(app, "city@note.example", "city"),
      auditor: await addOfficer(app, "auditor@note.example", "auditor"),
      expert: await addOfficer(app, "expert@note.example", "expert"),
      admin: await addOfficer(app, "admin@note.example", "administrator"),
      applicant,
    };
  });

  it("is read by the city and the case's own department, with who wrote it as what and when", async () => {
    const id = await addCase();
    const answer = await write(people.district, id);
    expect(answer).toMatchObject({ status: 201, body: { text, state: "standing", isOwn: true, role: "district" } });
    for (const reader of [people.city, people.colleague, people.auditor]) {
      expect(await notesOf(reader, id)).toMatchObject([
        { text, authorName: "李四", role: "district", district: "410105", isOwn: false, allowedActs: [] },
      ]);
    }
    clock.forward(60);
    await write(people.city, id, { text: "请补核第12页。" });
    expect((await notesOf(people.district, id)).map(({ role, text: words }) => `${role} ${words}`)).toEqual([
      `district ${text}`,
      "city 请补核第12页。",
    ]);
  });

  it("is there for no applicant, expert, administrator or other department, neither listed nor by its number nor to write", async () => {
    const id = await addCase();
    const note = await written(people.district, id);
    for (const other of ["elsewhere", "expert", "admin", "applicant"] as const) {
      expect(await notesOf(people[other], id), other).toEqual([]);
      expect(await people[other].call(`${base}/${note.id}`), other).toMatchObject({ status: 404 });
      expect(await write(people[other], id), other).toMatchObject({ status: 404, body: { code: "unknown_record" } });
      expect(await actOn(people[other], `${base}/${note.id}`, "withdraw"), other).toMatchObject({ status: 404 });
    }
    expect(await write(people.auditor, id)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    expect(await createBrowser(app).call(`${base}/${note.id}`)).toMatchObject({ status: 401 });
    const seen = await people.applicant.call(`/api/v1/applications/${encodeURIComponent(id)}`);
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toContain("138 0013 8000");
  });

  it("goes with its case to another department", async () => {
    const id = await addCase();
    const note = await written(people.district, id);
    await putIntoState(app, id, "submitted");
    const transfer = { district: "410171", reason: "注册地在经开区" };
    expect(
      (await actOn(people.district, `/api/v1/applications/${encodeURIComponent(id)}`, "transfer", transfer)).status,
    ).toBe(200);
    expect(await notesOf(people.district, id)).toEqual([]);
    expect(await people.district.call(`${base}/${note.id}`)).toMatchObject({ status: 404 });
    expect(await notesOf(people.elsewhere, id)).toMatchObject([{ id: note.id, text }]);
  });

  it("is withdrawn by whoever wrote it and by nobody else, once, and stays to be read", async () => {
    const id = await addCase();
    const note = await written(people.district, id);
    const path = `${base}/${note.id}`;
    for (const other of [people.colleague, people.city]) {
      expect(await actOn(other, path, "withdraw")).toMatchObject({ status: 403, body: { code: "other_jurisdiction" } });
    }
    expect(await actOn(people.district, path, "withdraw")).toMatchObject({
      status: 200,
      body: { state: "withdrawn", text, allowedActs: [] },
    });
    expect(await actOn(people.district, path, "withdraw")).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await notesOf(people.city, id)).toMatchObject([{ state: "withdrawn", text }]);
  });

  it("leaves in the trail who did what, the article and not a word of it, and is sealed where it is kept", async () => {
    const id = await addCase();
    const note = await written(people.district, id);
    await actOn(people.district, `${base}/${note.id}`, "withdraw");
    const trail = await trailOf(app.database, note.id);
    expect(trail.map(({ act, outcome, article }) => `${act} ${outcome} ${article}`)).toEqual([
      "write accepted 第三条",
      "withdraw accepted 第三条",
    ]);
    expect(JSON.stringify(trail)).not.toContain("王小明");
    expect(JSON.stringify(await findStaffNote(app.database, note.id))).not.toContain("王小明");
    expect(await verifyRecords(app.database, ["staff_notes"])).toMatchObject({ sound: true });
  });

  it("is written about other records by the same way, and about nothing that is not there", async () => {
    const id = await addCase();
    const organizationId = `organization ${id.slice("application ".length)}`;
    expect((await write(people.city, organizationId, { resource: "organizations" })).status).toBe(201);
    expect(await notesOf(people.district, organizationId, "organizations")).toHaveLength(1);
    expect(await notesOf(people.district, organizationId)).toEqual([]);
    expect(await write(people.city, "none")).toMatchObject({ status: 404 });
    expect(await write(people.city, id, { resource: "users" })).toMatchObject({ status: 422 });
    expect(await write(people.city, id, { text: "  " })).toMatchObject({ status: 422 });
    expect(await write(people.city, id, { text: "字".repeat(2_001) })).toMatchObject({ status: 422 });
  });

  it("is written once for a call that was sent twice, also at the same moment", async () => {
    const id = await addCase();
    const headers = { "idempotency-key": randomUUID() };
    const send = () => people.city.call(base, { body: { resource: "applications", recordId: id, text }, headers });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((first.body as StaffNote).id).toBe((second.body as StaffNote).id);
    expect(await notesOf(people.city, id)).toHaveLength(1);
  });

  it("is withdrawn once by two calls at the same moment: the second is told that it has changed", async () => {
    const id = await addCase();
    const { id: noteId } = await written(people.city, id);
    const headers = { "if-match": '"1"' };
    const withdraw = () => people.city.call(`${base}/${noteId}/withdraw`, { body: {}, headers });
    const answers = await Promise.all([withdraw(), withdraw()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});
