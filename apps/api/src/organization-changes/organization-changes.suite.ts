import type { Organization, OrganizationChange, Title } from "@shifan/contract";
import { updateOrganization } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { pdf } from "../../testing/file-samples.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const base = "/api/v1/organization-changes";
const encoded = (text: string) => Buffer.from(text).toString("base64");
const cookieOf = ({ cookies }: Browser) => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
const rename = { kind: "name", fromOn: "2026-06-01", after: "郑州新名服务有限公司", source: "变更登记通知书" };

/** What changes of a unit while its title runs: told with its source, reviewed, and without weight for the title by itself. */
export const organizationChangesSuite = suite("a change of an organization", (open) => {
  let app: TestApp;
  let organizationId = "";
  let certificationId = "";
  const people = {} as Record<"city" | "district" | "elsewhere" | "auditor" | "platform" | "stranger", Browser>;

  const report = (by: Browser, body: object, id = organizationId) =>
    by.call(`/api/v1/organizations/${id}/changes`, { body, headers: onceKey() });
  const reported = async (body: object, by = people.platform) => {
    const answer = await report(by, body);
    expect(answer.status).toBe(201);
    const { id } = answer.body as OrganizationChange;
    return { id, path: `${base}/${id}` };
  };
  const organization = async () =>
    (await people.city.call(`/api/v1/organizations/${organizationId}`)).body as Organization;
  const title = async () => (await people.city.call(`/api/v1/certifications/${certificationId}`)).body as Title;
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    people.city = await addOfficer(app, "city@change.example", "city");
    people.district = await addOfficer(app, "district@change.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@change.example", "district", "410171");
    people.auditor = await addOfficer(app, "auditor@change.example", "auditor");
    const platform = await signUp(app, "platform@change.example");
    people.platform = platform.browser;
    people.stranger = (await signUp(app, "stranger@change.example")).browser;
    organizationId = await addOrganization(app, "91410100MA9K12344B", platform.userId);
    certificationId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
  });

  it("of the name is on record with its day once it is accepted, and not before", async () => {
    const { id, path } = await reported(rename);
    expect((await people.platform.call(path)).body).toMatchObject({
      state: "reported",
      before: "郑州测试服务有限公司",
      allowedActs: [],
    });
    expect((await organization()).name).toBe("郑州测试服务有限公司");
    expect((await actOn(people.district, path, "accept")).body).toMatchObject({
      state: "accepted",
      decidedOn: "2026-06-10",
      organizationName: rename.after,
    });
    expect(await organization()).toMatchObject({
      uscc: "91410100MA9K12344B",
      name: rename.after,
      names: [
        { name: "郑州测试服务有限公司", fromOn: "2020-01-01" },
        { name: rename.after, fromOn: rename.fromOn, source: rename.source },
      ],
      changes: [{ kind: "name", after: rename.after }],
    });
    expect((await title()).state).toBe("valid");
    expect((await trailOf(app.database, id)).map(({ act }) => act)).toEqual(["report", "accept"]);
    expect((await trailOf(app.database, organizationId)).map(({ act, role }) => [act, role])).toEqual([
      ["record-change", "district"],
    ]);
  });

  it("away from the city is recorded and shown with the title, which stands", async () => {
    const away = { kind: "moved_away", fromOn: "2026-05-01", before: "郑州市", after: "洛阳市", source: "迁移通知书" };
    const { path } = await reported(away, people.district);
    expect((await title()).movedAwayOn).toBeNull();
    expect((await actOn(people.city, path, "accept")).body).toMatchObject({
      effect: expect.stringContaining("第十七条"),
    });
    expect(await title()).toMatchObject({ movedAwayOn: "2026-05-01", state: "valid", endedOn: null });
  });

  it("by a merger names the other by its code", async () => {
    const otherId = await addOrganization(app, "91330100799655058B", null);
    const merger = { kind: "merger", fromOn: "2026-05-01", source: "合并公告" };
    const wrong = await report(people.platform, { ...merger, after: "91330100799655058C" });
    expect(wrong.body).toMatchObject({ errors: [{ path: "/after" }] });
    const own = await report(people.platform, { ...merger, after: "91410100MA9K12344B" });
    expect(own.body).toMatchObject({ errors: [{ path: "/after", code: "not_allowed" }] });
    const { path } = await reported({ ...merger, after: "９１３３０１００799655058b" });
    expect((await people.city.call(path)).body).toMatchObject({
      after: "91330100799655058B",
      otherOrganizationId: otherId,
    });
  });

  it("is refused with a reason, and leaves everything as it was", async () => {
    const { path } = await reported({ ...rename, after: "另一名称" });
    expect((await actOn(people.district, path, "refuse", {})).status).toBe(422);
    expect((await actOn(people.district, path, "refuse", { reason: "与登记不一致" })).body).toMatchObject({
      state: "refused",
      reason: "与登记不一致",
    });
    expect((await organization()).names).toHaveLength(2);
    expect(codeOf(await actOn(people.city, path, "accept"))).toBe("wrong_state");
  });

  it("cannot be still to come", async () => {
    expect((await report(people.platform, { ...rename, fromOn: "2026-06-11" })).body).toMatchObject({
      errors: [{ path: "/fromOn", code: "in_the_future" }],
    });
  });

  it("is told by the unit or its district, and reviewed by district or city; others know nothing of it", async () => {
    expect((await report(people.stranger, rename)).status).toBe(404);
    expect((await report(people.elsewhere, rename)).status).toBe(404);
    expect(codeOf(await report(people.auditor, rename))).toBe("not_permitted");
    const { path } = await reported({ kind: "address", fromOn: "2026-06-01", after: "新址", source: "执照" });
    expect((await people.elsewhere.call(path)).status).toBe(404);
    expect((await people.stranger.call(path)).status).toBe(404);
    expect(codeOf(await actOn(people.platform, path, "accept"))).toBe("not_permitted");
    expect(codeOf(await actOn(people.auditor, path, "accept"))).toBe("not_permitted");
    expect((await people.elsewhere.call(base)).body).toEqual([]);
  });

  it("is part of a history that follows the code, whatever the name", async () => {
    // Typed in whatever width and case.
    for (const uscc of ["91410100MA9K12344B", "９１４１０１００ma9k12344b"]) {
      const filter = encodeURIComponent(JSON.stringify({ uscc, state: "accepted" }));
      const rows = (await people.city.call(`${base}?filter=${filter}`)).body as OrganizationChange[];
      expect(rows.map(({ kind }) => kind).toSorted()).toEqual(["moved_away", "name"]);
    }
    const none = encodeURIComponent(JSON.stringify({ uscc: "91330100799655058B" }));
    expect((await people.city.call(`${base}?filter=${none}`)).body).toEqual([]);
  });

  it("is not accepted by the officer who reported it, who may still take it back with a reason", async () => {
    const told = { ...rename, kind: "address", after: "郑州市金水区花园路2号" };
    const { path } = await reported(told, people.district);
    expect((await people.district.call(path)).body).toMatchObject({ allowedActs: ["refuse"] });
    expect(codeOf(await actOn(people.district, path, "accept"))).toBe("second_person_required");
    expect(await actOn(people.city, path, "accept")).toMatchObject({ status: 200, body: { state: "accepted" } });
  });

  it("of the name is no more for a department that the unit has left", async () => {
    const { path } = await reported({ ...rename, after: "再次更名" });
    await updateOrganization(app.database, organizationId, { district: "410171" });
    expect((await actOn(people.district, path, "accept")).body).toMatchObject({ errors: [{ code: "moved" }] });
    expect((await actOn(people.city, path, "accept")).status).toBe(200);
    await updateOrganization(app.database, organizationId, { district: "410105" });
  });

  it("comes with its papers: uploaded for the unit by whoever reports it, used once, read by whoever reads the change", async () => {
    const upload = async (by: Browser, mark: string, target = organizationId) => {
      const content = pdf(3_000, mark);
      const headers = {
        cookie: cookieOf(by),
        "tus-resumable": "1.0.0",
        "upload-length": String(content.length),
        "upload-metadata": `purpose ${encoded("organization_change")},target ${encoded(target)},filename ${encoded("变更登记通知书.pdf")}`,
        "content-type": "application/offset+octet-stream",
      };
      const body = new Uint8Array(content);
      const made = await app.app.request("/api/v1/files/uploads", { method: "POST", headers, body });
      return { status: made.status, id: made.headers.get("location")?.split("/").at(-1) ?? "" };
    };
    const look = async (by: Browser, id: string) =>
      (await app.app.request(`/api/v1/files/${id}/content`, { headers: { cookie: cookieOf(by) } })).status;
    const seenBy = async (id: string) => {
      const entries = Object.entries(people).map(async ([name, by]) => [name, await look(by, id)]);
      return Object.fromEntries(await Promise.all(entries)) as Record<string, number>;
    };
    for (const by of [people.city, people.auditor, people.elsewhere, people.stranger]) {
      expect((await upload(by, "refused")).status).toBe(403);
    }
    const { id, status } = await upload(people.platform, "notice");
    expect(status).toBe(201);
    const nobody = { city: 404, district: 404, elsewhere: 404, auditor: 404, stranger: 404 };
    expect(await seenBy(id)).toEqual({ ...nobody, platform: 200 });
    const told = { kind: "address", fromOn: "2026-06-01", before: "旧址", after: "新址", source: "变更登记通知书" };
    // What another has uploaded, or is of another unit, is not there.
    expect((await report(people.district, { ...told, fileIds: [id] })).body).toMatchObject({
      errors: [{ path: "/fileIds/0", code: "unknown_file" }],
    });
    expect((await report(people.platform, { ...told, fileIds: [id, id] })).body).toMatchObject({
      errors: [{ path: "/fileIds/1", code: "repeated" }],
    });
    const { path } = await reported({ ...told, fileIds: [id] });
    expect((await people.district.call(path)).body).toMatchObject({ fileIds: [id] });
    const listed = (await people.city.call(`${base}?range=[0,99]`)).body as OrganizationChange[];
    expect(listed.filter(({ fileIds }) => fileIds.length > 0).map(({ after }) => after)).toEqual(["新址"]);
    expect(await seenBy(id)).toEqual({ ...nobody, city: 200, district: 200, auditor: 200, platform: 200 });
    expect((await report(people.platform, { ...told, fileIds: [id] })).body).toMatchObject({
      errors: [{ path: "/fileIds/0", code: "repeated" }],
    });
    const remove = { method: "DELETE", headers: { cookie: cookieOf(people.platform) } };
    expect((await app.app.request(`/api/v1/files/${id}`, remove)).status).toBe(409);
    const paper = async (by: Browser) => {
      const { status: answered, bytes } = await download(app, `${path}/document`, { browser: by });
      return answered === 200 ? (await readPdf(bytes)).join("").replace(/\s/g, "") : String(answered);
    };
    expect(await paper(people.platform)).toMatch(
      /单位变更登记表.*91410100MA9K12344B.*旧址.*新址.*1\.变更登记通知书\.pdf/,
    );
    expect([await paper(people.auditor), await paper(people.elsewhere)]).toEqual(["403", "404"]);
    await actOn(people.district, path, "refuse", { reason: "与登记不一致" });
    expect(await paper(people.city)).toMatch(/2026年6月10日核实，未予记录：与登记不一致没有记录在案，资格不变。/);
  });

  it("leaves a trail that holds for every change", async () => {
    expect(await verifyRecords(app.database, ["organization_changes"])).toMatchObject({ sound: true });
  });
});
