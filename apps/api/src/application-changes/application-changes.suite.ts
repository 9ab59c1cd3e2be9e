import type { ApplicationChanges } from "@shifan/contract";
import { findApplication, keepReturnedForm, SealError, seal } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { FormValues } from "@shifan/rules";
import { sampleForm } from "@shifan/rules/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import {
  addApplication,
  addOpenRound,
  addOrganization,
  putIntoState,
  signInStaff,
  signUp,
} from "../../testing/applications.ts";
import { addMaterialFile, fillForm, putMaterial, writeList, writeSection } from "../../testing/filled-cases.ts";
import { trailOf } from "../../testing/trail.ts";
import { findReturnedDossier } from "../applications/returned-form.ts";

const uscc = "91410100MA9K12344B";
const defects = [{ material: "M03", text: "查询页没有盖章（第九条（三））" }];
const nothing = { sections: [], lists: [], materials: [] };

/** What holds for the changes since a return on either database. */
export const applicationChangesSuite = suite("what an applicant has changed since a return", (open) => {
  let app: TestApp;
  let applicant: Browser;
  let other: Browser;
  let district: Browser;
  let city: Browser;
  let id: string;
  let firstFile: string;
  const form = sampleForm();
  const served = (): FormValues[] => [...(form.lists.served ?? [])];

  const path = () => `/api/v1/applications/${id}`;
  const changesFor = async (by: Browser, query = "") => {
    const { status, body } = await by.call(`${path()}/changes${query}`);
    return status === 200 ? (body as ApplicationChanges) : { status };
  };
  const servedChanges = async (by: Browser, query = "") => {
    const changes = (await changesFor(by, query)) as ApplicationChanges;
    return changes.lists.find((list) => list.id === "served");
  };
  const returnIt = async () => {
    await putIntoState(app, id, "submitted");
    const { headers } = await district.call(path());
    const returned = await district.call(`${path()}/return`, {
      body: { kind: "correction", until: "2026-06-20", defects },
      headers: { "if-match": headers.get("etag") ?? "" },
    });
    expect(returned.status).toBe(200);
  };
  const reads = async () => (await trailOf(app.database, id)).filter(({ act }) => act === "read");

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    const { browser, userId } = await signUp(app, "applicant@changes.example");
    applicant = browser;
    ({ browser: other } = await signUp(app, "other@changes.example"));
    district = await signInStaff(app, "district@changes.example", "district", "410105");
    city = await signInStaff(app, "city@changes.example", "city");
    const organizationId = await addOrganization(app, uscc, userId);
    id = await addApplication(app, { roundId: await addOpenRound(app), organizationId, uscc });
    await fillForm(applicant, id, form);
    firstFile = await addMaterialFile(app, id, "M03");
    await putMaterial(applicant, id, "M03", { fileIds: [firstFile] });
  });

  it("there is none before a return, and none at once after it", async () => {
    const dataVersion = (await findApplication(app.database, id))?.dataVersion;
    expect(await changesFor(applicant)).toEqual({ since: null, dataVersion, ...nothing });
    await returnIt();
    const since = { dataVersion, on: "2026-06-10" };
    expect(await changesFor(district)).toEqual({ since, dataVersion, ...nothing });
  });

  it("fields are shown with their labels, before and after, as the paper shows them", async () => {
    const cover = { ...form.sections.cover, filled_on: "2026-06-09" };
    await writeSection(applicant, id, "cover", cover);
    await writeSection(applicant, id, "basics", { ...form.sections.basics, fax: null, registered_capital: "600" });
    const changes = await changesFor(district);
    expect(changes).toMatchObject({
      sections: [
        {
          id: "cover",
          title: "封面",
          fields: [{ field: "filled_on", label: "填报日期", before: "2026年6月8日", after: "2026年6月9日" }],
        },
        { id: "basics" },
      ],
    });
    const capital = (changes as ApplicationChanges).sections[1]?.fields.find(
      ({ field }) => field === "registered_capital",
    );
    expect(capital).toMatchObject({ label: "注册资本", after: "600万元" });
    expect(await changesFor(other)).toEqual({ status: 404 });
  });

  it("papers are shown by what was put in the place of what", async () => {
    const second = await addMaterialFile(app, id, "M03");
    await putMaterial(applicant, id, "M03", { fileIds: [second] });
    expect(await changesFor(district)).toMatchObject({
      materials: [{ id: "M03", addedFileIds: [second], removedFileIds: [firstFile], wasOnPaper: false }],
    });
  });

  it("rows are shown as new, gone or changed, though the whole list was imported anew in another order", async () => {
    const [first = {}, second = {}, third = {}, ...rest] = served();
    const changed = { ...second, phone: "13700009999", service_summary: "新的服务" };
    const added = { ...third, enterprise_name: "河南新客户有限公司", enterprise_uscc: null };
    await writeList(applicant, id, "served", [...rest, changed, first, added]);
    const list = await servedChanges(district);
    expect(list).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(list?.rows.map(({ kind, numberBefore, name }) => [kind, numberBefore, name])).toEqual([
      ["changed", 2, second.enterprise_name],
      ["added", null, "河南新客户有限公司"],
      ["removed", 3, third.enterprise_name],
    ]);
    expect(list?.rows[0]?.fields).toEqual([
      { field: "phone", label: "联系电话", before: second.phone, after: "13700009999" },
      { field: "service_summary", label: "服务内容简述", before: second.service_summary, after: "新的服务" },
    ]);
  });

  it("telephones of third persons are masked for whoever may not read them, and an officer's reading is noted", async () => {
    const masked = await servedChanges(city);
    expect(masked?.rows[0]?.fields[0]).toMatchObject({ field: "phone", after: "****9999" });
    const before = (await reads()).length;
    await changesFor(applicant);
    expect((await reads()).length).toBe(before);
    await changesFor(district);
    expect((await reads()).at(-1)?.fields).toEqual(["served.contact", "served.phone"]);
    await changesFor(district, "?range=[50,99]");
    expect((await reads()).length).toBe(before + 1);
  });

  it("a list of 5,000 rows, each of them changed, is shown a part at a time", async () => {
    const many = (summary: string) =>
      sampleForm({ served: 5_000 }).lists.served?.map((row) => ({ ...row, service_summary: summary })) ?? [];
    await writeList(applicant, id, "served", many("原来的"));
    await returnIt();
    await writeList(applicant, id, "served", many("后来的"));
    const list = await servedChanges(applicant, "?range=[10,39]");
    expect(list).toMatchObject({ added: 0, removed: 0, changed: 5_000 });
    expect(list?.rows.map(({ numberAfter }) => numberAfter)).toEqual(Array.from({ length: 30 }, (_, at) => at + 11));
    expect((await servedChanges(applicant, "?range=[0,4999]"))?.rows).toHaveLength(500);
    expect(await changesFor(applicant, "?range=all")).toEqual({ status: 422 });
  });

  it("each return begins anew", async () => {
    await returnIt();
    expect(await changesFor(district)).toMatchObject(nothing);
  });

  it("a returned form that is not the one that was kept is not shown", async () => {
    const application = await findApplication(app.database, id);
    if (application === null) throw new Error("the application is missing");
    const { dataVersion } = application;
    const forged = seal(testPersonalKeys, JSON.stringify({ sections: {}, lists: {}, materials: {} }));
    await keepReturnedForm(app.database, { applicationId: id, dataVersion, form: forged });
    await expect(findReturnedDossier(app.database, testPersonalKeys, application)).rejects.toThrow(SealError);
  });
});
