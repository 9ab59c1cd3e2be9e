import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession } from "../src/browser-session.ts";
import { problemOf } from "../src/http.ts";
import { enterTitle, planCheck, recordOf, takeMandate } from "../src/inspecting.ts";
import { act, make, type People, read, signIn, signInEverybody } from "../src/procedure.ts";
import { startProgram } from "../src/program.ts";
import { bundles } from "../src/repository.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { upload } from "../src/uploads.ts";

interface Check {
  readonly id: string;
  readonly certificationId: string;
  readonly state: string;
}
interface Draw {
  readonly id: string;
  readonly commitment: string;
  readonly seed: string;
  readonly population: readonly { readonly certificationId: string; readonly district: string }[];
  readonly drawn: readonly string[];
}
interface Grounds {
  readonly grounds: readonly { readonly ground: string; readonly certainty: string }[];
}
interface Obligation {
  readonly kind: string;
  readonly period: string;
  readonly standing: string;
}

/** In milliseconds; on busy cores the clock of the server passes by late. */
const patience = 45_000;

let server: Server;
let people: People;
let titlePath: string;
let setClock: (instant: string) => Promise<void>;
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const idOf = (path: string) => path.split("/").at(-1) ?? "";
const at = (day: string) => setClock(`${day}T09:30:00+08:00`);
const isPdf = async (by: People["city"], path: string) => {
  const { status, headers } = await by.call(path);
  return status === 200 && headers.get("content-type") === "application/pdf";
};
const groundsSeenBy = async (by: People["city"]) =>
  (await read<Grounds>(by, `${titlePath}/grounds`)).body.grounds.map(({ ground, certainty }) => [ground, certainty]);
const owed = async (kind: string) => {
  const filter = encodeURIComponent(JSON.stringify({ kind }));
  const { body } = await read<Obligation[]>(people.otherApplicant, `/api/v1/obligations?filter=${filter}`);
  return body.map(({ period, standing }) => [period, standing]);
};

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  server = await startServer({ settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } });
  people = await signInEverybody(server.url);
  titlePath = await enterTitle(people.city, people.secondCity);
  await takeMandate(people.otherApplicant, people.district);
}, 120_000);
afterAll(() => server.stop());

test("the district inspects, with a form, a photograph and a letter that the unit answers", async () => {
  const { district, otherDistrict, otherApplicant: platform, city } = people;
  const body = { kind: "periodic_inspection", certificationId: idOf(titlePath), plannedOn: "2026-06-12" };
  expect(problemOf(await make(otherDistrict, "/api/v1/inspections", body)).code).toBe("other_jurisdiction");
  expect(problemOf(await make(city, "/api/v1/inspections", body)).code).toBe("not_permitted");
  const path = await planCheck(district, "periodic_inspection", titlePath, "2026-06-12");
  expect(await isPdf(district, `${path}/papers/checklist`)).toBe(true);
  expect((await platform.call(path)).status).toBe(404);
  await at("2026-06-12");
  const photograph = await upload(district, "inspection", idOf(path));
  await expect(upload(platform, "inspection", idOf(path))).rejects.toThrow();
  const found = { result: "failed", findings: "两项收费没有公开。", rectifyUntil: "2026-06-20", fileIds: [photograph] };
  const { etag } = await read(district, path);
  const colleague = await signIn(server.url, "district");
  const json = await recordOf(district, path, "2026-06-12", found);
  const both = await Promise.all(
    [district, colleague].map((by) => by.call(`${path}/record`, { json, headers: { "if-match": etag } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  expect(problemOf(await act(district, path, "close"))).toMatchObject({ status: 409, code: "period_not_ended" });
  expect(await isPdf(platform, `${path}/papers/letter`)).toBe(true);
  expect((await platform.call(`/api/v1/files/${photograph}`)).status).toBe(200);
  expect((await act(platform, path, "answer", { answer: "已重新公开。" })).status).toBe(200);
  expect(problemOf(await act(district, path, "close"))).toMatchObject({ code: "rectification_open" });
  await at("2026-06-21");
  const again = { checkedAgainOn: "2026-06-21", checkedAgain: "收费已公开。", isRectified: true };
  expect((await act(district, path, "check-again", again)).status).toBe(200);
  expect((await act(district, path, "close")).body).toMatchObject({ state: "closed", answer: "已重新公开。" });
  expect(await isPdf(city, `${path}/papers/report`)).toBe(true);
  expect((await people.otherDistrict.call(path)).status).toBe(404);
});

test("what is owed for the half is done by it", async () => {
  await expect
    .poll(() => owed("periodic_inspection"), { timeout: patience, interval: 250 })
    .toEqual([["2026-H1", "done"]]);
}, 60_000);

test("the city draws whom it looks at, and anybody can draw again from the record", async () => {
  const { city, district, otherApplicant: platform, auditor } = people;
  expect(problemOf(await make(district, "/api/v1/spot-check-draws", {})).code).toBe("not_permitted");
  const committed = (await make(city, "/api/v1/spot-check-draws", { share: "0.5" })).body as Draw;
  expect(committed.seed).toBeNull();
  const drawPath = `/api/v1/spot-check-draws/${committed.id}`;
  const drawn = (await act(city, drawPath, "draw", { plannedOn: "2026-06-22" })).body as Draw;
  expect(sha256(drawn.seed)).toBe(committed.commitment);
  const again = drawn.population
    .map(({ certificationId }) => ({ certificationId, hash: sha256(`${drawn.seed}\n${certificationId}`) }))
    .toSorted((left, right) => (left.hash < right.hash ? -1 : 1));
  expect(drawn.drawn).toEqual(again.slice(0, 1).map(({ certificationId }) => certificationId));
  expect((await auditor.call(drawPath)).status).toBe(200);
  expect((await platform.call(drawPath)).status).toBe(404);
  const filter = encodeURIComponent(JSON.stringify({ drawId: drawn.id }));
  const [check] = (await read<Check[]>(city, `/api/v1/inspections?filter=${filter}`)).body;
  expect(check).toMatchObject({ certificationId: idOf(titlePath), state: "planned" });
  const path = `/api/v1/inspections/${check?.id}`;
  expect((await platform.call(path)).status).toBe(404);
  await at("2026-06-22");
  const failed = { result: "failed", findings: "回访的三家都不满意。" };
  expect((await act(city, path, "record", await recordOf(city, path, "2026-06-22", failed))).status).toBe(200);
  expect(problemOf(await act(city, path, "close"))).toMatchObject({ code: "period_not_ended" });
  await at("2026-07-03");
  expect((await act(city, path, "close")).body).toMatchObject({ state: "closed", answer: null });
  expect(await groundsSeenBy(city)).toEqual([]);
});

test("an appraisal is announced in time; who stays away is heard first, and only then is it a ground", async () => {
  const { city, otherApplicant: platform, district } = people;
  const path = await planCheck(city, "appraisal", titlePath, "2026-07-20");
  const announcement = { noticeText: "现场核对服务台账，请准备。", takesPlaceOn: "2026-07-17" };
  expect((await act(city, path, "notify", announcement)).status).toBe(422);
  expect((await act(city, path, "notify", { ...announcement, takesPlaceOn: "2026-07-20" })).status).toBe(200);
  expect(await isPdf(platform, `${path}/papers/invitation`)).toBe(true);
  expect((await owed("appraisal")).map(([, standing]) => standing)).toEqual(["due"]);
  await at("2026-07-21");
  const absent = { result: "absent", checklist: [], findings: "当天没有人到场。" };
  expect((await act(city, path, "record", await recordOf(city, path, "2026-07-20", absent))).status).toBe(200);
  expect((await owed("appraisal")).map(([, standing]) => standing)).toEqual(["late"]);
  expect(problemOf(await act(city, path, "close"))).toMatchObject({ status: 409, code: "hearing_required" });
  expect((await act(platform, path, "answer", { answer: "记错了日子。" })).status).toBe(200);
  const hearing = { heardOn: "2026-07-21", hearing: "记错日子不是正当理由。", finding: "without_reason" };
  expect(problemOf(await act(district, path, "hear", hearing)).status).toBe(403);
  expect((await act(city, path, "hear", hearing)).body).toMatchObject({ findingAnswerUntil: "2026-07-31" });
  expect(await isPdf(platform, `${path}/papers/finding`)).toBe(true);
  await at("2026-08-01");
  expect((await act(city, path, "close")).body).toMatchObject({ state: "closed", absenceFinding: "without_reason" });
});

test("the grounds of a cancellation are shown to whoever the title concerns, and decide nothing", async () => {
  const { city, district, otherApplicant: platform, auditor, otherDistrict } = people;
  const grounds = [
    ["absent_without_reason", "definite"],
    // A failure, then an absence: whether that is a second failure the city has to say.
    ["consecutive_failures", "undetermined"],
  ];
  for (const reader of [city, district, platform, auditor]) expect(await groundsSeenBy(reader)).toEqual(grounds);
  expect((await otherDistrict.call(`${titlePath}/grounds`)).status).toBe(404);
  expect((await openSession(server.url).call(`${titlePath}/grounds`)).status).toBe(401);
  expect((await read<{ state: string }>(city, titlePath)).body.state).toBe("valid");
});

test("the audit trail tells all of it and is whole", async () => {
  await server.program.stop();
  const verification = startProgram(bundles.auditVerify, { DATA_DIR: server.dataDirectory });
  expect([await verification.ended, verification.output.stderr]).toEqual([0, ""]);
  expect(verification.output.stdout).toMatch(/完整，没有发现改动[\s\S]*核对记录 [1-9]\d* 份/);
});
