import {
  findApplication,
  findApplicationSection,
  hashOfState,
  listApplicationRows,
  removedState,
  rowHashOf,
  stateOfApplicationList,
} from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import type { Answer, TestApp } from "../../testing/app.ts";
import { createTestApp } from "../../testing/app.ts";
import {
  addApplication,
  addOpenRound,
  addOrganization,
  putIntoState,
  signInStaff,
  signUp,
  trailOf,
} from "../../testing/applications.ts";
import { listWorkbook } from "../../testing/workbooks.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const served = { enterprise_name: "河南甲公司", contact: "张三", phone: "13812345678", service_summary: "诊断" };

type Desk = {
  app: TestApp;
  id: string;
  applicant: Browser;
  other: Browser;
  district: Browser;
  otherDistrict: Browser;
  city: Browser;
};

/** Everybody who may come to one draft, and some who may not. */
async function openDesk(app: TestApp, year: number, isPaper = false): Promise<Desk> {
  const mark = `${year}${isPaper ? "p" : ""}`;
  const uscc = `91410100MA${String(year).padEnd(8, "0")}`;
  const { browser: applicant, userId } = await signUp(app, `applicant${mark}@example.org`);
  const organizationId = await addOrganization(app, uscc, userId);
  const roundId = await addOpenRound(app, year);
  const id = await addApplication(app, { roundId, organizationId, uscc, isPaper });
  const { browser: other } = await signUp(app, `other${mark}@example.org`);
  return {
    app,
    id,
    applicant,
    other,
    district: await signInStaff(app, `district${mark}@example.org`, "district", "410105"),
    otherDistrict: await signInStaff(app, `district2${mark}@example.org`, "district", "410171"),
    city: await signInStaff(app, `city${mark}@example.org`, "city"),
  };
}

const formOf = ({ id }: Desk) => `/api/v1/applications/${id}/form`;
const sectionOf = (desk: Desk, section: string) => `${formOf(desk)}/sections/${section}`;
const listOf = (desk: Desk, list = "served") => `${formOf(desk)}/lists/${list}`;
const etag = (answer: Answer) => answer.headers.get("etag") ?? "";
const put = (by: Browser, path: string, tag: string, body: unknown) =>
  by.call(path, { method: "PUT", headers: { "if-match": tag }, body });
const append = (desk: Desk, body: unknown, key: string, by = desk.applicant) =>
  by.call(listOf(desk), { headers: { "idempotency-key": key }, body });
const replace = (desk: Desk, rows: readonly unknown[], tag = '"0"') => put(desk.applicant, listOf(desk), tag, { rows });

const cookieOf = (by: Browser) => [...by.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

async function download(by: Browser, { app }: Desk, path: string): Promise<Uint8Array> {
  const response = await app.app.request(path, { headers: { cookie: cookieOf(by) } });
  expect(response.headers.get("content-type")).toBe(workbookType);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; .*\.xlsx$/);
  return new Uint8Array(await response.arrayBuffer());
}

async function importBytes(by: Browser, desk: Desk, bytes: Uint8Array, options: { mode?: string; tag?: string } = {}) {
  const { mode = "replace", tag = '"0"' } = options;
  const cookie = cookieOf(by);
  const response = await desk.app.app.request(`${listOf(desk)}/import?mode=${mode}`, {
    method: "POST",
    headers: { cookie, "content-type": workbookType, "if-match": tag },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** What holds for the form of an application on either database. */
export const applicationFormSuite = suite("application form", (open) => {
  let year = 2020;
  const desk = async (isPaper = false) => {
    year += 1;
    return openDesk(await createTestApp({ opened: open(), demo: true }), year, isPaper);
  };

  it("shows an empty form with every section at revision 0 and every list without rows, and none of annex 1", async () => {
    const at = await desk();
    const answer = await at.applicant.call(formOf(at));
    expect(answer).toMatchObject({ status: 200, body: { dataVersion: 0 } });
    const { sections, lists } = answer.body as Record<string, Record<string, unknown>>;
    expect(sections).toMatchObject({
      basics: { revision: 0, values: { unit_nature: null } },
      supplement: {},
      declaration: {},
    });
    expect(lists).toMatchObject({ served: { rows: 0, tag: "0" }, staff: { rows: 0 } });
    const { parts } = answer.body as { parts: { id: string; years: unknown; fields: unknown[] }[] };
    expect(parts.map(({ id }) => id).join(" ")).toMatch(
      /^cover basics investors operation capability service_products partners government_support equipment staff served served_total narratives declaration supplement$/,
    );
    expect(parts.find(({ id }) => id === "operation")).toMatchObject({
      years: [
        { year: year - 1, isRequired: true },
        { year: year - 2, isRequired: true },
        { year: year - 3, isRequired: false },
      ],
      mostRows: 5000,
    });
    expect(parts.find(({ id }) => id === "cover")).toMatchObject({
      fields: [{ isRequired: true }, { note: "不晚于提交当天" }],
    });
    expect(sections).not.toHaveProperty("recommendation");
    expect(lists).not.toHaveProperty("sampled");
    expect((await put(at.applicant, sectionOf(at, "recommendation"), '"0"', {})).status).toBe(404);
  });

  it("saves a section, normalised, and counts the version of the data", async () => {
    const at = await desk();
    const saved = await put(at.applicant, sectionOf(at, "cover"), '"0"', { applicant_name: " 郑州测试 " });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(etag(saved)).toBe('"1"');
    const read = await at.applicant.call(sectionOf(at, "cover"));
    expect(read.body).toEqual(saved.body);
    expect((await at.applicant.call(formOf(at))).body).toMatchObject({ dataVersion: 1 });
  });

  it("makes no printed page out of date by saving the same again", async () => {
    const at = await desk();
    const values = { applicant_name: "郑州测试" };
    await put(at.applicant, sectionOf(at, "cover"), '"0"', values);
    expect(await put(at.applicant, sectionOf(at, "cover"), '"1"', values)).toMatchObject({ body: { revision: 1 } });
    expect((await at.applicant.call(formOf(at))).body).toMatchObject({ dataVersion: 1 });
  });

  it("refuses what is impossible by itself with its field, and an unknown field", async () => {
    const at = await desk();
    const answer = await put(at.applicant, sectionOf(at, "cover"), '"0"', { nobody: 1, applicant_name: 7 });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "/nobody" }, { path: "/applicant_name" }] } });
    expect((await at.applicant.call(formOf(at))).body).toMatchObject({ dataVersion: 0 });
  });

  it("asks for the state that was seen, and gives whoever came second the present one", async () => {
    const at = await desk();
    const path = sectionOf(at, "cover");
    expect(await at.applicant.call(path, { method: "PUT", body: {} })).toMatchObject({ status: 428 });
    const [first, second] = await Promise.all([
      put(at.applicant, path, '"0"', { applicant_name: "甲" }),
      put(at.applicant, path, '"0"', { applicant_name: "乙" }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    const [winner, loser] = first.status === 200 ? [first, second] : [second, first];
    expect(loser).toMatchObject({ body: { code: "stale", present: { revision: 1, state: "draft" } } });
    expect((loser.body as { present: { values: unknown } }).present.values).toEqual(
      (winner.body as { values: unknown }).values,
    );
    expect(etag(loser)).toBe('"1"');
  });

  it("lets two colleagues save two sections at the same moment", async () => {
    const at = await desk();
    const answers = await Promise.all([
      put(at.applicant, sectionOf(at, "cover"), '"0"', { applicant_name: "甲" }),
      put(at.applicant, sectionOf(at, "narratives"), '"0"', {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await at.applicant.call(formOf(at))).body).toMatchObject({ dataVersion: 2 });
  });

  it("shows a draft to nobody but its own people", async () => {
    const at = await desk();
    for (const stranger of [at.other, at.district, at.otherDistrict, at.city]) {
      expect((await stranger.call(formOf(at))).status).toBe(404);
      expect((await put(stranger, sectionOf(at, "cover"), '"0"', {})).status).toBe(404);
      expect((await stranger.call(`${listOf(at)}/template.xlsx`)).status).toBe(404);
      expect((await append(at, served, "stranger", stranger)).status).toBe(404);
    }
  });

  it("takes changes of a draft and of a return, and of nothing that is with the district", async () => {
    const at = await desk();
    await putIntoState(at.app, at.id, "submitted");
    const tag = '"0"';
    expect(await put(at.applicant, sectionOf(at, "cover"), tag, {})).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await replace(at, [served])).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await append(at, served, "late")).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    const bytes = await listWorkbook([["服务的中小企业名称"], ["甲"]]);
    expect(await importBytes(at.applicant, at, bytes)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect((await at.district.call(sectionOf(at, "cover"))).status).toBe(200);
    expect(await put(at.district, sectionOf(at, "cover"), tag, {})).toMatchObject({ status: 403 });
    await putIntoState(at.app, at.id, "returned");
    expect((await put(at.applicant, sectionOf(at, "cover"), tag, {})).status).toBe(200);
    expect((await replace(at, [served])).status).toBe(200);
  });

  it("leaves an entry for the application and one for the part, with the state of each, and none of the values", async () => {
    const at = await desk();
    const { database } = at.app;
    await put(at.applicant, sectionOf(at, "cover"), '"0"', { applicant_name: "甲" });
    await replace(at, [served]);
    await append(at, served, "more");
    const [cover, list] = [`${at.id}/cover`, `${at.id}/served`];
    const trail = await trailOf(at.app, at.id);
    expect(trail.map(({ resource, record, fields, revision }) => [resource, record, fields, revision])).toEqual([
      ["application_sections", cover, ["applicant_name"], 1],
      ["applications", at.id, ["cover"], 2],
      ["application_lists", list, ["rows"], 2],
      ["applications", at.id, ["served"], 3],
      ["application_lists", list, ["rows"], 3],
      ["applications", at.id, ["served"], 4],
    ]);
    const stateOf = (record: string) => trail.findLast((entry) => entry.record === record)?.state;
    expect(stateOf(at.id)).toBe(hashOfState(await findApplication(database, at.id)));
    expect(stateOf(cover)).toBe(hashOfState(await findApplicationSection(database, at.id, "cover")));
    expect(stateOf(list)).toBe(hashOfState(await stateOfApplicationList(database, at.id, "served")));
    expect(await put(at.applicant, sectionOf(at, "cover"), '"0"', {})).toMatchObject({ status: 412 });
    expect(await trailOf(at.app, at.id)).toHaveLength(trail.length);
  });

  it("keeps personal data sealed, and a list without rows as removed", async () => {
    const at = await desk();
    await replace(at, [served]);
    const [row] = await listApplicationRows(at.app.database, at.id, "served");
    expect(row?.data).not.toHaveProperty("phone");
    expect(Object.keys(row?.personal ?? {})).toEqual(["contact", "phone"]);
    expect(JSON.stringify(row)).not.toContain("13812345678");
    expect(row && row.hash === rowHashOf(row)).toBe(true);
    const { headers } = await at.applicant.call(listOf(at));
    await replace(at, [], headers.get("etag") ?? "");
    expect((await trailOf(at.app, at.id)).findLast(({ resource }) => resource === "application_lists")?.state).toBe(
      hashOfState(removedState),
    );
  });

  it("lets the district alone type in a dossier that came on paper", async () => {
    const at = await desk(true);
    expect(await put(at.district, sectionOf(at, "cover"), '"0"', { applicant_name: "甲" })).toMatchObject({
      status: 200,
    });
    expect((await put(at.otherDistrict, sectionOf(at, "cover"), '"1"', {})).status).toBe(404);
    expect((await put(at.city, sectionOf(at, "cover"), '"1"', {})).status).toBe(403);
  });

  it("adds, changes and takes out single rows, each in the state that was seen", async () => {
    const at = await desk();
    const added = await append(at, served, "one");
    expect(added).toMatchObject({ status: 201, body: { position: 0, revision: 1, values: served } });
    const again = await append(at, served, "one");
    expect(again.body).toEqual(added.body);
    await append(at, { ...served, enterprise_name: "河南乙公司" }, "two");
    const { rowId } = added.body as { rowId: string };
    const row = `${listOf(at)}/rows/${rowId}`;
    const changed = await put(at.applicant, row, etag(added), { ...served, satisfaction: "满意" });
    expect(changed).toMatchObject({ status: 200, body: { revision: 2, values: { satisfaction: "satisfied" } } });
    expect(await put(at.applicant, row, etag(added), served)).toMatchObject({
      status: 412,
      body: { present: { revision: 2, values: { phone: "13812345678", satisfaction: "satisfied" } } },
    });
    const remove = (tag: string) => at.applicant.call(row, { method: "DELETE", headers: { "if-match": tag } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(204);
    expect((await remove('"2"')).status).toBe(404);
    const left = await at.applicant.call(listOf(at));
    expect(left.headers.get("content-range")).toBe("served 0-0/1");
    expect(left.body).toMatchObject([{ values: { enterprise_name: "河南乙公司" } }]);
  });

  it("replaces a list as a whole, once for each state of it", async () => {
    const at = await desk();
    const first = await replace(at, [served, { ...served, enterprise_name: "河南乙公司" }]);
    expect(first).toMatchObject({ status: 200, body: { rows: 2 } });
    expect(await replace(at, [served])).toMatchObject({ status: 412 });
    await append(at, served, "between");
    expect(await replace(at, [served], etag(first))).toMatchObject({ status: 412 });
    const now = await at.applicant.call(`${listOf(at)}?range=[1,1]`);
    expect(now.headers.get("content-range")).toBe("served 1-1/3");
    expect(now.body).toMatchObject([{ position: 1, values: { enterprise_name: "河南乙公司" } }]);
    expect(await replace(at, [], etag(now))).toMatchObject({ status: 200, body: { rows: 0, tag: "0" } });
    const wrong = await replace(at, [served, { ...served, phone: "12" }]);
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: "/rows/1/phone", code: "phone" }] } });
    expect((await at.applicant.call(listOf(at))).headers.get("content-range")).toBe("served */0");
  });

  it("opens telephones to the applicant and, noted, to the district, and to others their last digits", async () => {
    const at = await desk();
    await replace(at, [served]);
    await putIntoState(at.app, at.id, "submitted");
    const valuesFor = async (by: Browser) => {
      const { body } = await by.call(listOf(at));
      return (body as { values: Record<string, unknown> }[])[0]?.values;
    };
    expect(await valuesFor(at.applicant)).toMatchObject({ phone: "13812345678", contact: "张三" });
    expect(await valuesFor(at.city)).toMatchObject({
      phone: "****5678",
      contact: "****",
      enterprise_name: "河南甲公司",
    });
    const reads = async () => (await trailOf(at.app, at.id)).filter(({ act }) => act === "read");
    expect(await reads()).toEqual([]);
    expect(await valuesFor(at.district)).toMatchObject({ phone: "13812345678" });
    expect(await reads()).toMatchObject([{ resource: "applications", fields: ["served.contact", "served.phone"] }]);
    await at.district.call(`${listOf(at)}/rows.xlsx`);
    expect(await reads()).toHaveLength(2);
  });

  it("keeps numbers that are personal as numbers", async () => {
    const at = await desk();
    const staff = { staff_name: "赵六", age: 41, degree: "本科", school: "郑州大学", job_title: "无", duty: "咨询" };
    await put(at.applicant, listOf(at, "staff"), '"0"', { rows: [staff] });
    expect((await at.applicant.call(listOf(at, "staff"))).body).toMatchObject([{ values: staff }]);
  });

  it("imports what its own template and its own table give, and names the cell of what is wrong", async () => {
    const at = await desk();
    const head = ["联系电话", "服务的中小企业名称", "联系人", "服务内容简述", "企业满意度", "备用栏"];
    const good = await listWorkbook([head, ["13812345678", "河南甲公司", "张三", "诊断", "满意", "x"]]);
    const done = await importBytes(at.applicant, at, good);
    expect(done).toMatchObject({ status: 200, body: { rows: 1, imported: 1, ignoredColumns: ["备用栏"] } });
    const more = await importBytes(at.applicant, at, good, { mode: "append", tag: etag(done) });
    expect(more).toMatchObject({ status: 200, body: { rows: 2, imported: 1 } });
    const bad = await listWorkbook([
      head,
      ["13812345678", "甲", "张三", "诊断", "满意"],
      ["1381", "乙", "李四", "诊断", "好"],
    ]);
    expect(await importBytes(at.applicant, at, bad, { tag: etag(more) })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { path: "/rows/1/phone", cell: "A3" },
          { path: "/rows/1/satisfaction", cell: "E3" },
        ],
      },
    });
    expect((await at.applicant.call(listOf(at))).headers.get("content-range")).toBe("served 0-1/2");
    expect(await importBytes(at.applicant, at, good)).toMatchObject({ status: 412 });
  });

  it("takes its own table back as it gave it", async () => {
    const at = await desk();
    await replace(at, [{ ...served, satisfaction: "unsatisfied", small_or_micro: true }]);
    const path = `${listOf(at)}/rows.xlsx`;
    const before = await at.applicant.call(listOf(at));
    const bytes = await download(at.applicant, at, path);
    expect(await importBytes(at.applicant, at, bytes, { tag: etag(before) })).toMatchObject({ status: 200 });
    const after = await at.applicant.call(listOf(at));
    const values = (answer: Answer) => (answer.body as { values: unknown }[]).map((row) => row.values);
    expect(values(after)).toEqual(values(before));
  });

  it("refuses what is no workbook, too large or of another kind", async () => {
    const at = await desk();
    expect(await importBytes(at.applicant, at, Buffer.from("%PDF-1.7 "))).toMatchObject({
      status: 422,
      body: { code: "file_type_not_accepted" },
    });
    expect(await importBytes(at.applicant, at, new Uint8Array(5_000_001))).toMatchObject({ status: 413 });
    const answer = await at.applicant.call(`${listOf(at)}/import?mode=replace`, {
      headers: { "if-match": '"0"' },
      body: {},
    });
    expect(answer).toMatchObject({ status: 415 });
  });
});
