import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { changed, sampleForm } from "@shifan/rules/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "./browser-session.ts";
import { certificateJourney } from "./certificate-journey.ts";
import { beginChat, textOf } from "./chat.ts";
import { problemOf } from "./http.ts";
import { mobileNumbersIn } from "./mobile-numbers.ts";
import { act, make, type People, read, signInEverybody } from "./procedure.ts";
import { startProgram } from "./program.ts";
import { bundles } from "./repository.ts";
import { openPool, reviewCase } from "./reviewing.ts";
import { type Server, startServer } from "./server.ts";
import { upload } from "./uploads.ts";

interface Application {
  readonly id: string;
  readonly state: string;
  readonly receivedOn: string | null;
  readonly allowedActs: readonly string[];
}

interface Sealed {
  readonly state: string;
  readonly shortCode: string;
  readonly files: readonly { readonly fileId: string }[];
  readonly pages: readonly { readonly title: string; readonly places: readonly string[] }[];
}

interface Findings {
  readonly findingsId: string;
  readonly mustAcknowledge: boolean;
  readonly assessment: { readonly verdict: string };
  readonly materials: readonly {
    readonly id: string;
    readonly status: string;
    readonly revision: number;
    readonly sealed: Sealed | null;
  }[];
}

interface Survey {
  readonly sampled: readonly { readonly place: number; readonly state: string }[];
}

/** The whole way of one case, from the opening of its round to the certificate, with everybody who takes part. */
export function procedureJourney({ onPostgresql }: { onPostgresql: boolean }): void {
  let folder: string;
  let server: Server;
  let postgresql: PostgresqlServer | null = null;
  let databaseUrl: string | null = null;
  let people: People;

  const setClock = (instant: string) => writeFile(join(folder, "now"), instant);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "shifan-procedure-"));
    await setClock("2026-06-10T09:30:00+08:00");
    postgresql = onPostgresql ? await startPostgresql() : null;
    databaseUrl = (await postgresql?.createDatabase()) ?? null;
    server = await startServer({
      ...(databaseUrl === null ? {} : { databaseUrl }),
      settings: { DEMO: "accounts", SHIFAN_NOW: `@${join(folder, "now")}` },
    });
    people = await signInEverybody(server.url);
  });
  afterAll(async () => {
    await server.stop();
    await postgresql?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const windows = { submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };
  const handingIn = { submissionDeadline: windows.submissionDeadline, binding: "胶装", counterAddress: "建设路1号" };
  const holder = { name: "王芳", phone: "0371-67886827" };
  const uscc = "91410100MA9K12344B";
  let roundPath: string;
  let organizationId: string;
  let organizationPath: string;
  let applicationPath: string;

  const stateOf = async (session: Session) => (await read<Application>(session, applicationPath)).body.state;

  test("the city makes the year's round and opens it; nobody else may, and there is one a year", async () => {
    const round = { year: 2026, ...windows, ...handingIn, noticeTitle: "2026年度申报通知" };
    expect(problemOf(await make(people.district, "/api/v1/rounds", round)).code).toBe("not_permitted");
    const made = await make(people.city, "/api/v1/rounds", round, "round-2026");
    expect(made.status).toBe(201);
    expect((await make(people.city, "/api/v1/rounds", round, "round-2026")).body).toEqual(made.body);
    expect(problemOf(await make(people.city, "/api/v1/rounds", { ...round, year: 2027 }, "round-2026")).status).toBe(
      422,
    );
    const second = problemOf(await make(people.secondCity, "/api/v1/rounds", round));
    expect(second).toMatchObject({ status: 409, code: "round_exists", article: "第十四条" });
    const { id } = made.body as { id: string };
    roundPath = `/api/v1/rounds/${id}`;
    expect((await people.applicant.call(roundPath)).status).toBe(404);
    expect((await people.city.call(`${roundPath}/open`, { json: {} })).status).toBe(428);
    expect((await act(people.city, roundPath, "open")).status).toBe(200);
    expect((await read<{ policyVersion: number }>(people.applicant, roundPath)).body.policyVersion).toBe(1);
    const again = problemOf(await act(people.city, roundPath, "open"));
    expect(again).toMatchObject({ status: 409, code: "wrong_state" });
  });

  test("from its opening on the self-check names the round and its last day", async () => {
    const chat = await beginChat(server.url);
    expect(textOf(chat.turn)).toContain("2026年度申报截至2026年6月30日24:00");
  });

  test("an applicant registers its organization; a second claimant learns that there is somebody, and not who", async () => {
    const wrong = { uscc: "91410100MA9K12345B", name: "郑州某某企业服务有限公司", district: "410105", holder };
    expect(problemOf(await make(people.applicant, "/api/v1/organizations", wrong)).errors?.[0]).toMatchObject({
      path: "/uscc",
    });
    const registered = await make(people.applicant, "/api/v1/organizations", { ...wrong, uscc });
    expect(registered.body).toMatchObject({ state: "claimed" });
    organizationId = (registered.body as { organizationId: string }).organizationId;
    organizationPath = `/api/v1/organizations/${organizationId}`;
    const claimed = await make(people.otherApplicant, `/api/v1/organizations/${uscc}/claim`, {
      holder: { name: "李雷", phone: "13812345678" },
    });
    expect(claimed.body).toMatchObject({ state: "contested", message: expect.stringContaining("该单位已有经办人") });
    expect(JSON.stringify(claimed.body)).not.toContain(holder.name);
    expect((await people.otherApplicant.call(organizationPath)).status).toBe(404);
    expect((await people.otherDistrict.call(organizationPath)).status).toBe(404);
  });

  test("a draft is begun at once, one at a time, and is nobody else's business", async () => {
    const body = { roundId: roundPath.split("/").at(-1), organizationId };
    expect((await make(people.otherApplicant, "/api/v1/applications", body)).status).toBe(403);
    const made = await make(people.applicant, "/api/v1/applications", body);
    const round = { state: "open", submissionEvent: "online", copies: 1, ...handingIn };
    expect(made.body).toMatchObject({ state: "draft", origin: "online", receivedOn: null, round });
    applicationPath = `/api/v1/applications/${(made.body as Application).id}`;
    expect(problemOf(await make(people.applicant, "/api/v1/applications", body)).code).toBe("application_exists");
    for (const other of [people.city, people.district, people.auditor, people.administrator, people.otherApplicant]) {
      expect((await other.call(applicationPath)).status).toBe(404);
    }
  });

  test("whoever claims it has a mandate letter to sign before any paper is there, a contested claimant too", async () => {
    for (const claimant of [people.applicant, people.otherApplicant, people.district]) {
      const letter = await claimant.call(`${organizationPath}/documents/mandate_letter`);
      expect([letter.status, letter.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    }
    expect((await people.otherDistrict.call(`${organizationPath}/documents/mandate_letter`)).status).toBe(404);
  });

  test("the mandate is confirmed by the district once the papers are there", async () => {
    const { body } = await read<{ mandates: { id: string; isOwn: boolean }[] }>(people.applicant, organizationPath);
    const mandateId = body.mandates.find(({ isOwn }) => isOwn)?.id ?? "";
    const early = problemOf(await act(people.district, organizationPath, "confirm-mandate", { mandateId }));
    expect(early.code).toBe("materials_incomplete");
    const licenceFileId = await upload(people.applicant, "mandate", mandateId);
    const authorizationFileId = await upload(people.applicant, "mandate", mandateId);
    await expect(upload(people.otherApplicant, "mandate", mandateId)).rejects.toThrow();
    const papers = { mandateId, licenceFileId, authorizationFileId };
    expect((await act(people.applicant, organizationPath, "attach-papers", papers)).status).toBe(200);
    expect((await act(people.district, organizationPath, "confirm-mandate", { mandateId })).status).toBe(200);
  });

  async function fillForm(): Promise<void> {
    const form = changed(sampleForm(), { fields: { "supplement.permit_required": false } });
    for (const [section, values] of Object.entries(form.sections)) {
      const path = `${applicationPath}/form/sections/${section}`;
      const written = await people.applicant.call(path, {
        method: "PUT",
        json: values,
        headers: { "if-match": '"0"' },
      });
      expect([section, written.status, written.body]).toEqual([section, 200, expect.anything()]);
    }
    for (const [list, rows] of Object.entries(form.lists)) {
      const path = `${applicationPath}/form/lists/${list}`;
      const { etag } = await read(people.applicant, path);
      const written = await people.applicant.call(path, {
        method: "PUT",
        json: { rows },
        headers: { "if-match": etag },
      });
      expect([list, written.status]).toEqual([list, 200]);
    }
  }

  async function handInPapers(): Promise<void> {
    const id = applicationPath.split("/").at(-1) ?? "";
    for (let number = 1; number <= 14; number += 1) {
      if (number === 13) continue;
      const material = `M${String(number).padStart(2, "0")}`;
      const fileId = await upload(people.applicant, "material", `${id}:${material}`);
      const put = await people.applicant.call(`${applicationPath}/materials/${material}`, {
        method: "PUT",
        json: { fileIds: [fileId] },
        headers: { "if-match": '"0"' },
      });
      expect([material, put.status]).toEqual([material, 200]);
    }
  }

  async function materialOf(session: Session, material: string): Promise<Findings["materials"][number]> {
    const { body } = await read<Findings>(session, `${applicationPath}/findings`);
    const found = body.materials.find(({ id }) => id === material);
    if (found === undefined) throw new Error(`there is no ${material}`);
    return found;
  }

  async function putPaper(material: string, json: object) {
    const { revision } = await materialOf(people.applicant, material);
    const headers = { "if-match": `"${revision}"` };
    return people.applicant.call(`${applicationPath}/materials/${material}`, { method: "PUT", json, headers });
  }

  test("the form and the papers say themselves what of the conditions is met", async () => {
    const early = problemOf(await act(people.applicant, applicationPath, "submit"));
    expect(early).toMatchObject({ code: "materials_incomplete", article: "第九条" });
    await fillForm();
    await handInPapers();
    const { body } = await read<Findings>(people.applicant, `${applicationPath}/findings`);
    expect(body.assessment.verdict).toBe("met_pending_review");
    const open = body.materials.filter(
      ({ status }) => !["valid", "present_unchecked", "not_applicable"].includes(status),
    );
    expect(open.map(({ id }) => id)).toEqual(["M13"]);
  });

  test("the packet is printed to stamp and sign, and the sealed scans belong to the version whose code they carry", async () => {
    const packet = await people.applicant.call(`${applicationPath}/documents/packet`);
    expect([packet.status, packet.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await people.district.call(`${applicationPath}/documents/packet`)).status).toBe(404);
    for (const material of ["M01", "M14"]) {
      const { sealed } = await materialOf(people.applicant, material);
      expect(sealed).toMatchObject({ state: "untied", shortCode: expect.stringMatching(/^[0-9A-Z]{8}$/) });
      const fileIds = sealed?.files.map(({ fileId }) => fileId) ?? [];
      const tie = (shortCode = "") => putPaper(material, { fileIds, printed: [{ fileId: fileIds[0], shortCode }] });
      expect(problemOf(await tie("00000000")).errors?.[0]?.path).toBe("/printed/0/shortCode");
      expect((await tie(sealed?.shortCode)).status).toBe(200);
      expect((await materialOf(people.applicant, material)).sealed).toMatchObject({ state: "current", pages: [] });
    }
  });

  test("where the form says something else than the own self-check is the applicant's to see, and nobody else's", async () => {
    const chat = await beginChat(server.url);
    await chat.send({ facts: { smes_served_prev_year: 52 } });
    const path = `${applicationPath}/self-check-differences`;
    const own = { sessionId: chat.id, token: chat.token };
    expect((await people.applicant.call(path, { json: own })).body).toMatchObject({
      facts: [{ fact: "smes_served_prev_year", selfCheck: "52家", application: "96家" }],
    });
    expect((await people.applicant.call(path, { json: { ...own, token: "wrong" } })).status).toBe(404);
    for (const other of [people.otherApplicant, people.district, people.city, people.auditor]) {
      expect((await other.call(path, { json: own })).status).toBe(404);
    }
  });

  test("it is handed in within the window; from then on its district sees it, and no other", async () => {
    await setClock("2026-06-30T23:59:59+08:00");
    const { body } = await read<Findings>(people.applicant, `${applicationPath}/findings`);
    const acknowledged = body.mustAcknowledge ? body.findingsId : null;
    const submitted = await act(people.applicant, applicationPath, "submit", { acknowledged });
    expect(submitted.body).toMatchObject({ state: "submitted", receivedOn: "2026-06-30" });
    expect(await stateOf(people.district)).toBe("submitted");
    expect(await stateOf(people.city)).toBe("submitted");
    expect(await stateOf(people.auditor)).toBe("submitted");
    for (const other of [people.otherDistrict, people.administrator, people.otherApplicant]) {
      expect((await other.call(applicationPath)).status).toBe(404);
      const { etag } = await read(people.district, applicationPath);
      const tried = await other.call(`${applicationPath}/accept`, { json: {}, headers: { "if-match": etag } });
      expect(tried.status).toBe(404);
    }
    const listed = await people.otherDistrict.call("/api/v1/applications");
    expect(listed.body).toEqual([]);
    const found = await people.district.call(`/api/v1/applications?filter=${encodeURIComponent('{"q":"企业服务"}')}`);
    expect(found.body).toMatchObject([{ state: "submitted" }]);
    expect(found.headers.get("content-range")).toBe("applications 0-0/1");
  });

  test("the district returns it with its defects; it is handed in again and accepted in the next month by its day of receipt", async () => {
    const defects = [{ material: "M03", text: "信用报告查询页没有盖章（第九条（三））" }];
    const tooSoon = await act(people.district, applicationPath, "return", {
      kind: "correction",
      until: "2026-07-01",
      defects,
    });
    expect(problemOf(tooSoon).errors?.[0]?.path).toBe("/until");
    const returned = await act(people.district, applicationPath, "return", {
      kind: "correction",
      until: "2026-07-08",
      defects,
    });
    expect(returned.body).toMatchObject({ state: "returned" });
    await setClock("2026-07-03T10:00:00+08:00");
    await mendForm();
    const { body } = await read<Findings>(people.applicant, `${applicationPath}/findings`);
    // A scan of an older version stands in nobody's way, and has to be seen.
    expect(body.materials.find(({ id }) => id === "M01")?.sealed).toMatchObject({
      state: "outdated",
      pages: [{ title: "一、郑州市中小企业公共服务示范平台申请表", places: [] }],
    });
    const blind = await act(people.applicant, applicationPath, "resubmit", { acknowledged: null });
    expect(problemOf(blind).code).toBe("findings_unacknowledged");
    const again = await act(people.applicant, applicationPath, "resubmit", {
      acknowledged: body.mustAcknowledge ? body.findingsId : null,
    });
    expect(again.body).toMatchObject({ state: "submitted", receivedOn: "2026-06-30" });
  });

  /** What the return asked for: a new scan of M03; and a field of the form. */
  async function mendForm(): Promise<void> {
    const path = `${applicationPath}/form/sections/basics`;
    const { body, etag } = await read<{ values: object }>(people.applicant, path);
    const json = { ...body.values, fax: "0371-60000000" };
    const mended = await people.applicant.call(path, { method: "PUT", json, headers: { "if-match": etag } });
    expect(mended.status).toBe(200);
    const id = applicationPath.split("/").at(-1) ?? "";
    const fileId = await upload(people.applicant, "material", `${id}:M03`);
    expect((await putPaper("M03", { fileIds: [fileId] })).status).toBe(200);
  }

  test("what has changed since the return is shown to its readers, and to nobody else", async () => {
    for (const reader of [people.applicant, people.district, people.city, people.auditor]) {
      expect((await read(reader, `${applicationPath}/changes`)).body).toMatchObject({
        since: { on: "2026-06-30" },
        sections: [{ id: "basics", fields: [{ field: "fax", label: "传真", after: "0371-60000000" }] }],
        lists: [],
        materials: [{ id: "M03" }],
      });
    }
    for (const other of [people.otherDistrict, people.administrator, people.otherApplicant]) {
      expect((await other.call(`${applicationPath}/changes`)).status).toBe(404);
    }
  });

  test("of two officers at the same moment one accepts, and the other is told how it stands", async () => {
    const { etag } = await read(people.district, applicationPath);
    const accept = () => people.district.call(`${applicationPath}/accept`, { json: {}, headers: { "if-match": etag } });
    const both = await Promise.all([accept(), accept()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const stale = both.find(({ status }) => status === 412);
    expect(stale?.body).toMatchObject({ code: "stale", present: { state: "accepted" } });
    expect(await stateOf(people.applicant)).toBe("accepted");
  });

  test("the district surveys ten of the served firms by a draw that the applicant does not see", async () => {
    const surveyPath = `${applicationPath}/survey`;
    const drawn = await act(people.district, applicationPath, "draw-sample");
    expect([drawn.status, drawn.body]).toEqual([200, expect.anything()]);
    expect((await people.applicant.call(surveyPath)).status).toBe(404);
    const { body } = await read<Survey>(people.district, surveyPath);
    expect(body.sampled.length).toBe(10);
    const sheet = await people.district.call(`${applicationPath}/documents/call_sheet`);
    expect([sheet.status, sheet.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await people.applicant.call(`${applicationPath}/documents/call_sheet`)).status).toBe(404);
    const answer = {
      interviewee: "赵六",
      position: "经理",
      phone: "13700000000",
      method: "telephone",
      answeredOn: "2026-07-03",
    };
    const [last] = body.sampled.slice(-1);
    for (const { place } of body.sampled) {
      if (place === last?.place) continue;
      const told = { ...answer, place, rating: place % 2 === 0 ? "very_satisfied" : "basically_satisfied", remark: "" };
      expect((await act(people.district, applicationPath, "record-answer", told)).status).toBe(200);
    }
    const assessed = {
      operation: "运营规范，场地固定。",
      performance: "服务记录完整。",
      influence: "带动本区小微企业数字化。",
      methods: ["telephone"],
      finding: ["第六条", "第七条", "第八条"].map((article) => ({ article, met: "yes", text: "符合" })),
    };
    const written = await act(people.district, applicationPath, "assess-operation", assessed);
    expect([written.status, written.body]).toEqual([200, expect.anything()]);
    const tooFew = problemOf(await act(people.district, applicationPath, "complete-survey"));
    expect(tooFew).toMatchObject({ code: "sample_too_small", detail: expect.stringContaining("9家") });
    const told = { ...answer, place: last?.place, rating: "very_satisfied", remark: "" };
    expect((await act(people.district, applicationPath, "record-answer", told)).status).toBe(200);
    // Everybody has answered: there is nobody left to put on a sheet.
    expect((await people.district.call(`${applicationPath}/documents/call_sheet`)).status).toBe(404);
    expect((await act(people.district, applicationPath, "complete-survey")).status).toBe(200);
    expect(await stateOf(people.applicant)).toBe("surveyed");
  });

  test("it is recommended to the city in a letter, and printed with the version of its data", async () => {
    const letter = { documentNumber: "金工信〔2026〕5号", issuedOn: "2026-07-03", rank: 1, opinion: "同意推荐。" };
    const recommended = await act(people.district, applicationPath, "recommend", letter);
    expect([recommended.status, recommended.body]).toEqual([200, expect.anything()]);
    expect(await stateOf(people.city)).toBe("recommended");
    const printed = await people.applicant.call(`${applicationPath}/documents/annex_2`);
    expect(printed.headers.get("content-type")).toBe("application/pdf");
    expect(String(printed.body).slice(0, 5)).toBe("%PDF-");
    expect((await people.city.call(`${applicationPath}/documents/annex_2`)).status).toBe(403);
    const form = await people.district.call(`${applicationPath}/documents/annex_1`);
    expect([form.status, form.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await people.applicant.call(`${applicationPath}/documents/annex_1`)).status).toBe(404);
  });

  test("the city allows a second application in a round, with its ground; without it there is none", async () => {
    // On paper, in time: the window may have closed by now.
    const body = { roundId: roundPath.split("/").at(-1), organizationId, receivedOn: "2026-06-29" };
    expect(problemOf(await make(people.district, "/api/v1/applications", body)).code).toBe("application_exists");
    const exception = { roundId: body.roundId, ground: "另有一个检测服务平台，服务对象不同" };
    const path = organizationPath;
    expect((await act(people.applicant, path, "allow-second-application", exception)).status).toBe(403);
    const allowed = await act(people.city, path, "allow-second-application", exception);
    expect(allowed.body).toMatchObject({ exceptions: [exception] });
    const second = await make(people.district, "/api/v1/applications", body);
    expect([second.status, second.body]).toMatchObject([201, { state: "draft" }]);
    expect(problemOf(await make(people.district, "/api/v1/applications", body)).code).toBe("application_exists");
  });

  test("the city receives it, three experts score it blind, and from then on it has its place", async () => {
    await setClock("2026-07-21T00:02:00+08:00");
    const experts = await openPool(server.url, people.city);
    const early = await people.city.call(`${applicationPath}/assign-experts`, {
      json: { method: "draw", dueOn: "2026-07-31" },
      headers: { "if-match": (await read(people.city, applicationPath)).etag },
    });
    expect(problemOf(early)).toMatchObject({ status: 409, code: "wrong_state" });
    const received = await act(people.city, applicationPath, "receive", { reason: "推荐部门已当面核对原件" });
    expect([received.status, received.body]).toEqual([200, expect.anything()]);
    const discussion = { on: "2026-07-21", record: "对服务业绩一项的看法不同，讨论后各自维持原分。" };
    await reviewCase(people.city, experts, applicationPath, { totals: [68, 75, 88], dueOn: "2026-07-31", discussion });
    expect(await stateOf(people.city)).toBe("reviewed");
    const { body } = await read<{ cases: unknown[] }>(people.city, `${roundPath}/ranking`);
    expect(body.cases).toMatchObject([{ rank: 1, isTied: false, mean: "77.00", spread: 20, discussion }]);
    for (const { session } of experts) {
      expect(JSON.stringify(session.answers)).not.toContain(holder.phone);
      expect(mobileNumbersIn(session.answers)).toEqual([]);
      expect((await session.call(applicationPath)).status).toBe(404);
    }
    for (const other of [people.applicant, people.district]) {
      expect((await other.call(`${applicationPath}/panel`)).status).toBe(404);
      expect((await other.call(`${roundPath}/ranking`)).status).toBe(403);
    }
  });

  certificateJourney(() => ({ server, people, setClock, roundPath, applicationPath }));

  test("a title from papers counts once a second officer has confirmed it, and bars by the law's own reckoning", async () => {
    const revoked = {
      uscc: "12100000400002259P",
      organizationName: "某研究院",
      district: "410172",
      platformName: "某研究院服务平台",
      platformType: "specialized",
      documentNumber: "郑工信〔2022〕9号",
      validFrom: "2022-05-01",
      validTo: "2025-05-01",
      state: "revoked",
      endedOn: "2023-07-10",
      endSource: "撤销决定，郑工信〔2023〕88号",
      source: "市工信局档案",
      checks: [{ kind: "spot_check", checkedOn: "2023-06-01", result: "failed", source: "抽查通报" }],
    };
    expect((await make(people.district, "/api/v1/certifications/import", { titles: [revoked] })).status).toBe(403);
    const bad = await make(people.city, "/api/v1/certifications/import", { titles: [{ ...revoked, endedOn: null }] });
    expect(problemOf(bad).errors?.[0]?.path).toBe("/titles/0/endedOn");
    const imported = await make(people.city, "/api/v1/certifications/import", { titles: [revoked] });
    const path = `/api/v1/certifications/${(imported.body as { ids: string[] }).ids[0]}`;
    expect(problemOf(await act(people.city, path, "confirm")).code).toBe("second_person_required");
    const confirmed = await act(people.secondCity, path, "confirm");
    expect(confirmed.body).toMatchObject({ isConfirmed: true, barredUntil: "2026-07-10", note: "据纸质文件补录" });
  });

  test("the audit trail tells all of it and is whole", async () => {
    await server.program.stop();
    const verification = startProgram(bundles.auditVerify, {
      DATA_DIR: server.dataDirectory,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    });
    expect([await verification.ended, verification.output.stderr]).toEqual([0, ""]);
    expect(verification.output.stdout).toMatch(/完整，没有发现改动[\s\S]*核对记录 [1-9]\d* 份/);
  });
}
