import type { Title } from "@shifan/contract";
import { findCertification, stateOfCertification } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf } from "../../testing/trail.ts";

const recommended = { recommendedOn: "2026-06-01", documentNumber: "郑工信〔2026〕12号" };
const recognized = { year: 2026, result: "recognized", resultOn: "2026-06-09", source: "省工信厅公告" };

/** Titles put forward to the province (第十五条), on either database. */
export const provinceSuite = suite("a title put forward to the province", (open) => {
  let app: TestApp;
  const people = {} as Record<"city" | "district" | "auditor" | "expert", Browser>;
  let next = 0;

  const add = async (own: { validTo?: string; confirmedBy?: null } = {}) => {
    next += 1;
    const organizationId = await addOrganization(app, `91410100MA000000${String(next).padStart(2, "0")}`, null);
    const { validTo = "2028-03-01", ...rest } = own;
    const id = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo, ...rest });
    return { id, path: `/api/v1/certifications/${id}` };
  };
  const recommend = (path: string, body: object = recommended, by = people.city) =>
    actOn(by, path, "recommend-to-province", body);
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const errorsOf = ({ body }: { body: unknown }) =>
    (body as { errors?: { path: string; code: string }[] }).errors?.map(({ path, code }) => `${path} ${code}`);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    people.city = await addOfficer(app, "city@province.example", "city");
    people.district = await addOfficer(app, "district@province.example", "district", "410105");
    people.auditor = await addOfficer(app, "auditor@province.example", "auditor");
    people.expert = await addOfficer(app, "expert@province.example", "expert");
  });

  it("is so once a year, with what came of it, for those who look after it", async () => {
    const { id, path } = await add();
    const open = async () => ((await people.city.call(path)).body as Title).allowedActs;
    expect(await open()).toEqual(["correct", "recommend-to-province"]);
    expect((await recommend(path)).body).toMatchObject({
      recommendations: [{ year: 2026, ...recommended, result: null }],
    });
    expect(errorsOf(await recommend(path, { ...recommended, recommendedOn: "2026-06-10" }))).toEqual([
      "/recommendedOn on_record",
    ]);
    expect(await open()).toContain("record-province-result");
    const early = { ...recognized, resultOn: "2026-05-31" };
    expect(errorsOf(await actOn(people.city, path, "record-province-result", early))).toEqual(["/resultOn order"]);
    expect((await actOn(people.city, path, "record-province-result", recognized)).body).toMatchObject({
      recommendations: [{ result: "recognized", resultOn: "2026-06-09", resultSource: "省工信厅公告" }],
    });
    expect(errorsOf(await actOn(people.city, path, "record-province-result", recognized))).toEqual([
      "/year not_recommended",
    ]);
    expect((await people.district.call(path)).body).toMatchObject({ recommendations: [{ year: 2026 }] });
    expect((await people.expert.call(path)).body).toMatchObject({ recommendations: [] });
    const entries = (await trailOf(app.database, id)) as unknown as { act: string; article: string }[];
    expect(entries.map(({ act, article }) => [act, article])).toEqual([
      ["recommend-to-province", "第十五条"],
      ["record-province-result", "第十五条"],
    ]);
  });

  it("has to be in force on the day of the document, and confirmed", async () => {
    const over = await add({ validTo: "2026-05-31" });
    expect(await recommend(over.path)).toMatchObject({ status: 409, body: { code: "title_not_valid" } });
    const lastDay = await add({ validTo: "2026-06-01" });
    expect((await recommend(lastDay.path)).status).toBe(200);
    const unconfirmed = await add({ confirmedBy: null });
    expect(codeOf(await recommend(unconfirmed.path))).toBe("title_not_valid");
    const { path } = await add();
    expect(errorsOf(await recommend(path, { ...recommended, recommendedOn: "2026-06-11" }))).toEqual([
      "/recommendedOn in_the_future",
    ]);
  });

  it("is the city's choice alone", async () => {
    const { path } = await add();
    for (const other of [people.district, people.auditor, people.expert]) {
      expect(codeOf(await recommend(path, recommended, other))).toBe("not_permitted");
    }
  });

  it("is committed to by the trail with its recommendations; one without any stands as it always did", async () => {
    const { id, path } = await add();
    const stateNow = async () => {
      const title = await findCertification(app.database, id);
      return title === null ? {} : stateOfCertification(title);
    };
    expect(await stateNow()).not.toHaveProperty("recommendations");
    await recommend(path);
    expect(await stateNow()).toMatchObject({ recommendations: [{ year: 2026 }] });
  });
});
