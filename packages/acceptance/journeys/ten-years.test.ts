import { afterAll, beforeAll, expect, test } from "vitest";
import { request } from "../src/http.ts";
import { planCheck, recordOf } from "../src/inspecting.ts";
import { act, make, type People, read, signIn } from "../src/procedure.ts";
import { startProgram } from "../src/program.ts";
import { publishCase } from "../src/published-case.ts";
import { bundles } from "../src/repository.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { inspectOn, owedBy, reportOn } from "../src/title-life.ts";

const district = "410105";
/** In milliseconds; on busy cores the clock of the server passes by late. */
const patience = 60_000;

let server: Server;
const people = {} as { -readonly [Name in keyof People]: People[Name] };
let setClock: (instant: string) => Promise<void>;
let first = "";
let second = "";
let certificateNumber = "";
let revocation = "";
let uscc = "";

/** Goes on to nine o'clock of a day; a session does not outlast the days between. */
async function goOn(day: string): Promise<void> {
  await setClock(`${day}T09:00:00+08:00`);
  for (const [name, mailbox] of [
    ["city", "city"],
    ["secondCity", "city2"],
    ["district", "district"],
    ["applicant", "applicant"],
  ] as const) {
    people[name] = await signIn(server.url, mailbox);
  }
}

const idOf = (path: string) => path.split("/").at(-1) ?? "";
const planned = (path: string, key: string) =>
  expect.poll(async () => (await owedBy(people, path))[key], { timeout: patience, interval: 250 });
const grounds = async () =>
  (await read<{ grounds: { ground: string; certainty: string }[] }>(people.city, `${first}/grounds`)).body.grounds.map(
    ({ ground, certainty }) => [ground, certainty],
  );

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  server = await startServer({ settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } });
}, 60_000);
afterAll(() => server.stop());

test("2026: a platform is certified for three years; nothing binds in the half in which it was", async () => {
  const { applicationId } = await publishCase(server.url, setClock);
  await goOn("2026-08-03");
  const certification = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-08-03" };
  const certified = await act(people.city, `/api/v1/applications/${applicationId}`, "certify", certification);
  expect(certified.status).toBe(200);
  const { body: titles } = await read<{ id: string; certificateNumber: string; validTo: string }[]>(
    people.city,
    "/api/v1/certifications",
  );
  expect(titles).toMatchObject([{ validTo: "2029-08-03" }]);
  first = `/api/v1/certifications/${titles[0]?.id}`;
  certificateNumber = titles[0]?.certificateNumber ?? "";
  await planned(first, "periodic_inspection 2026-H2").toBe("not_applicable");
}, 180_000);

test.each(["2027", "2028"])(
  "%s: inspected each half, reported each half and for the year, all in time",
  async (year) => {
    await goOn(`${year}-03-15`);
    await planned(first, `periodic_inspection ${year}-H1`).toBe("due");
    await inspectOn(people, first, `${year}-03-15`);
    await goOn(`${year}-07-10`);
    await reportOn(people, first, { district, period: `${year}-H1` });
    await planned(first, `periodic_inspection ${year}-H2`).toBe("due");
    await inspectOn(people, first, `${year}-07-10`);
    await goOn(`${Number(year) + 1}-01-12`);
    await reportOn(people, first, { district, period: year });
    expect(await owedBy(people, first)).toMatchObject({
      [`periodic_inspection ${year}-H1`]: "done",
      [`periodic_inspection ${year}-H2`]: "done",
      [`half_year_report ${year}-H1`]: "done",
      [`annual_report ${year}`]: "done",
    });
  },
  180_000,
);

test("2029: a spot check and an appraisal fail one after the other: a ground by one way of counting alone", async () => {
  await goOn("2029-02-01");
  const failed = { result: "failed", findings: "回访的三家都不满意。" };
  const spotCheck = await planCheck(people.city, "spot_check", first, "2029-02-01");
  const found = await recordOf(people.city, spotCheck, "2029-02-01", failed);
  expect((await act(people.city, spotCheck, "record", found)).status).toBe(200);
  const appraisal = await planCheck(people.city, "appraisal", first, "2029-03-01");
  const announcement = { noticeText: "现场核对服务台账，请准备。", takesPlaceOn: "2029-03-01" };
  expect((await act(people.city, appraisal, "notify", announcement)).status).toBe(200);
  await goOn("2029-03-01");
  expect((await act(people.city, spotCheck, "close")).body).toMatchObject({ state: "closed" });
  expect(await grounds()).toEqual([]);
  const again = await recordOf(people.city, appraisal, "2029-03-01", failed);
  expect((await act(people.city, appraisal, "record", again)).status).toBe(200);
  expect((await act(people.applicant, appraisal, "answer", { answer: "已逐家回访改进。" })).status).toBe(200);
  expect((await act(people.city, appraisal, "close")).body).toMatchObject({ state: "closed" });
  expect(await grounds()).toEqual([["consecutive_failures", "undetermined"]]);
  const proposal = {
    kind: "cancellation",
    ground: "consecutive_failures",
    certificationId: idOf(first),
    finding: "连续两次不合格",
    evidence: "抽查、考核记录",
  };
  const proposed = await make(people.city, "/api/v1/sanctions", proposal);
  expect(proposed.status).toBe(201);
  const sanction = `/api/v1/sanctions/${(proposed.body as { id: string }).id}`;
  expect((await act(people.city, sanction, "notify")).status).toBe(200);
  expect((await act(people.applicant, sanction, "state-case", { statement: "两次不是同一种。" })).status).toBe(200);
  expect((await act(people.city, sanction, "hear", { hearing: "已听取。" })).status).toBe(200);
  const decision = { decision: "取消资格。", documentNumber: "〔2029〕1号" };
  expect((await act(people.city, sanction, "decide", decision)).body).toMatchObject({
    code: "interpretation_required",
  });
  expect((await act(people.city, sanction, "drop", { reason: "市工信局没有作出解释" })).status).toBe(200);
}, 120_000);

test("2029: its last day is the corresponding day; in that year it may apply again, and then nothing is owed any more", async () => {
  await planned(first, "renewal 2029").toBe("due");
  await inspectOn(people, first, "2029-03-01");
  const check = async () => (await request(`${server.url}/api/v1/public/certificates/${certificateNumber}`)).body;
  await setClock("2029-08-03T23:59:59+08:00");
  expect(await check()).toMatchObject({ standing: "valid" });
  await setClock("2029-08-04T00:00:00+08:00");
  expect(await check()).toMatchObject({ standing: "expired" });
  await goOn("2029-08-04");
  await planned(first, "periodic_inspection 2029-H2").toBe("not_applicable");
  expect(await owedBy(people, first)).toMatchObject({ "annual_report 2029": "not_applicable" });
}, 120_000);

test("2029: certified again in November, with the days between stated", async () => {
  await goOn("2029-11-20");
  const organization = await read<{ organizationId: string }>(people.city, first);
  const unit = await read<{ uscc: string; names: { name: string }[] }>(
    people.city,
    `/api/v1/organizations/${organization.body.organizationId}`,
  );
  uscc = unit.body.uscc;
  const title = {
    uscc,
    organizationName: unit.body.names.at(-1)?.name ?? "",
    district,
    platformName: "再次认定的平台",
    platformType: "specialized",
    documentNumber: "郑工信〔2029〕90号",
    validFrom: "2029-11-20",
    validTo: "2032-11-20",
    source: "认定公告",
  };
  const imported = await make(people.city, "/api/v1/certifications/import", { titles: [title] });
  expect(imported.status).toBe(201);
  second = `/api/v1/certifications/${(imported.body as { ids: string[] }).ids[0]}`;
  expect((await act(people.secondCity, second, "confirm")).body).toMatchObject({
    succession: { afterId: idOf(first), kind: "gap", from: "2029-08-04", to: "2029-11-19" },
  });
  await planned(second, "periodic_inspection 2029-H2").toBe("not_applicable");
}, 120_000);

test("2031: unlawful conduct is found: revoked, served a month later, barred for three years from then", async () => {
  await goOn("2031-05-06");
  const proposal = {
    kind: "revocation",
    ground: "unlawful_conduct",
    certificationId: idOf(second),
    finding: "经查属实",
    evidence: "行政处罚决定",
  };
  revocation = `/api/v1/sanctions/${((await make(people.city, "/api/v1/sanctions", proposal)).body as { id: string }).id}`;
  expect((await act(people.city, revocation, "notify")).status).toBe(200);
  await goOn("2031-05-30");
  await act(people.city, revocation, "hear", { hearing: "期满没有陈述" });
  await act(people.city, revocation, "decide", { decision: "撤销。", documentNumber: "〔2031〕2号" });
  expect((await act(people.secondCity, revocation, "confirm")).body).toMatchObject({ effectiveOn: "2031-05-30" });
  await goOn("2031-06-30");
  const service = { servedOn: "2031-06-30", method: "direct", receipt: "送达回证" };
  expect((await act(people.city, revocation, "serve", service)).body).toMatchObject({ barredUntil: "2034-06-30" });
  // What fell due before its end stays late; what would fall due later does not apply.
  await planned(second, "periodic_inspection 2030-H1").toBe("late");
  expect(await owedBy(people, second)).toMatchObject({
    "annual_report 2030": "late",
    "periodic_inspection 2031-H1": "not_applicable",
    "half_year_report 2031-H1": "not_applicable",
  });
}, 180_000);

test("2034: the ban holds through its last day and ends by itself", async () => {
  const barred = async (asOf: string) => {
    const path = "/api/v1/policies/zhengzhou-sme-platform/evaluate";
    const { body } = await request(`${server.url}${path}`, { json: { facts: { uscc }, asOf } });
    return (body as { reapplyBarredUntil: string | null }).reapplyBarredUntil;
  };
  await setClock("2034-06-30T23:59:59+08:00");
  expect(await barred("2034-06-30")).toBe("2034-06-30");
  await setClock("2034-07-01T00:00:00+08:00");
  expect(await barred("2034-07-01")).toBeNull();
});

test("2036: looked back on, each year shows how it was", async () => {
  await goOn("2036-08-03");
  const on = async (asOf: string) => {
    const { body } = await read<{ all: Record<string, number> }>(people.city, `/api/v1/statistics/titles?asOf=${asOf}`);
    const { valid, expired, revoked, holders } = body.all;
    return [valid, expired, revoked, holders];
  };
  expect(await on("2026-08-02")).toEqual([0, 0, 0, 0]);
  expect(await on("2026-08-03")).toEqual([1, 0, 0, 1]);
  expect(await on("2029-10-01")).toEqual([0, 1, 0, 0]);
  expect(await on("2030-01-01")).toEqual([1, 1, 0, 1]);
  expect(await on("2031-05-30")).toEqual([0, 1, 1, 0]);
  expect(await on("2036-08-03")).toEqual([0, 1, 1, 0]);
}, 60_000);

test("the trail of ten years is whole", async () => {
  await server.program.stop();
  const verification = startProgram(bundles.auditVerify, { DATA_DIR: server.dataDirectory });
  expect([await verification.ended, verification.output.stderr]).toEqual([0, ""]);
}, 60_000);
