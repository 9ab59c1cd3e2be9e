import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "./browser-session.ts";
import { problemOf, request } from "./http.ts";
import { act, make, type People, read, signInEverybody } from "./procedure.ts";
import { startProgram } from "./program.ts";
import { bundles } from "./repository.ts";
import { type Server, startServer } from "./server.ts";
import { upload } from "./uploads.ts";

interface Sanction {
  readonly id: string;
  readonly state: string;
  readonly barredUntil: string | null;
}

const policyPath = "/api/v1/policies/zhengzhou-sme-platform/evaluate";
const revoked = "91410100MA9K12344B";
const cancelled = "91330100799655058B";

/** A revocation of 29 February and a cancellation beside it: what each bars, told to the day and over HTTP. */
export function sanctionJourney({ onPostgresql }: { onPostgresql: boolean }): void {
  let folder: string;
  let server: Server;
  let postgresql: PostgresqlServer | null = null;
  let databaseUrl: string | null = null;
  let people: People;
  const titles: Record<string, string> = {};
  const sanctions: Record<string, string> = {};
  let application = "";

  const setClock = (instant: string) => writeFile(join(folder, "now"), instant);
  /** Goes on to an instant; a session does not outlast the days between. */
  const goOn = async (instant: string) => {
    await setClock(instant);
    people = await signInEverybody(server.url);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "shifan-sanction-"));
    await setClock("2028-02-01T09:30:00+08:00");
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

  test("two titles are on record, one of them with two spot checks failed in a row", async () => {
    const title = (uscc: string, checks: object[]) => ({
      uscc,
      organizationName: `单位${uscc.slice(-4)}`,
      district: "410105",
      platformName: `平台${uscc.slice(-4)}`,
      platformType: "specialized",
      documentNumber: "郑工信〔2027〕9号",
      certificateNumber: `ZZ-2027-${uscc.slice(-4)}`,
      validFrom: "2027-06-01",
      validTo: "2030-06-01",
      source: "市工信局档案",
      checks,
    });
    const failed = (checkedOn: string) => ({ kind: "spot_check", checkedOn, result: "failed", source: "抽查通报" });
    const checks = [failed("2027-09-01"), failed("2027-12-01")];
    const imported = await make(people.city, "/api/v1/certifications/import", {
      titles: [title(revoked, []), title(cancelled, checks)],
    });
    const [first = "", second = ""] = (imported.body as { ids: string[] }).ids;
    Object.assign(titles, { revocation: first, cancellation: second });
    for (const id of [first, second]) {
      expect((await act(people.secondCity, `/api/v1/certifications/${id}`, "confirm")).status).toBe(200);
    }
  });

  test("each is proposed, told, heard after its days and decided", async () => {
    for (const [kind, ground] of [
      ["revocation", "unlawful_conduct"],
      ["cancellation", "consecutive_failures"],
    ] as const) {
      const proposal = {
        kind,
        ground,
        certificationId: titles[kind],
        finding: "经查属实",
        evidence: "处罚决定、抽查记录",
      };
      const proposed = await make(people.district, "/api/v1/sanctions", proposal);
      expect([proposed.status, (proposed.body as Sanction).state]).toEqual([201, "proposed"]);
      sanctions[kind] = `/api/v1/sanctions/${(proposed.body as Sanction).id}`;
      expect((await act(people.city, sanctions[kind], "notify")).body).toMatchObject({ statementUntil: "2028-02-11" });
      const early = problemOf(await act(people.city, sanctions[kind], "hear", { hearing: "没有陈述" }));
      expect([early.code, early.article]).toEqual(["period_not_ended", "第四条"]);
    }
    await goOn("2028-02-28T10:00:00+08:00");
    for (const [kind, path] of Object.entries(sanctions)) {
      await act(people.city, path, "hear", { hearing: "期满没有陈述" });
      const decided = await act(people.city, path, "decide", {
        decision: "资格终止。",
        documentNumber: `〔2028〕${kind}`,
      });
      expect(decided.body).toMatchObject({ state: "decided", barredUntil: null });
      expect(problemOf(await act(people.city, path, "confirm")).code).toBe("second_person_required");
    }
  });

  test("confirmed on 29 February the revocation bars through 28 February three years on, the cancellation not at all", async () => {
    await goOn("2028-02-29T10:00:00+08:00");
    for (const path of Object.values(sanctions)) {
      expect((await act(people.secondCity, path, "confirm")).body).toMatchObject({ effectiveOn: "2028-02-29" });
    }
    const ofTitle = async (kind: string) => (await read(people.city, `/api/v1/certifications/${titles[kind]}`)).body;
    expect(await ofTitle("revocation")).toMatchObject({ state: "revoked", barredUntil: "2031-02-28" });
    expect(await ofTitle("cancellation")).toMatchObject({ state: "cancelled", barredUntil: null });
    for (const [kind, standing] of [
      [revoked, "revoked"],
      [cancelled, "cancelled"],
    ] as const) {
      const check = await request(`${server.url}/api/v1/public/certificates/ZZ-2027-${kind.slice(-4)}`);
      expect(check.body).toMatchObject({ standing });
    }
  });

  test("the self-check tells the ban to whoever gives the code, until its last day", async () => {
    const barred = async (uscc: string, asOf: string) => {
      const { body } = await request(`${server.url}${policyPath}`, { json: { facts: { uscc }, asOf } });
      return (body as { reapplyBarredUntil: string | null }).reapplyBarredUntil;
    };
    expect(await barred(revoked, "2028-02-29")).toBe("2031-02-28");
    expect(await barred(revoked, "2031-02-28")).toBe("2031-02-28");
    expect(await barred(revoked, "2031-03-01")).toBeNull();
    expect(await barred(cancelled, "2028-02-29")).toBeNull();
  });

  /** A round of the year, and a draft in it by a person whose mandate the district has confirmed. */
  async function draftIn(year: number, person: Session, uscc: string): Promise<string> {
    const windows = { submissionDeadline: `${year}-06-30`, recommendationDeadline: `${year}-07-20` };
    const handingIn = { binding: "胶装", counterAddress: "建设路1号", noticeTitle: `${year}年度申报通知` };
    const made = await make(people.city, "/api/v1/rounds", { year, ...windows, ...handingIn });
    const roundId = (made.body as { id: string }).id;
    expect((await act(people.city, `/api/v1/rounds/${roundId}`, "open")).status).toBe(200);
    const holder = { name: "王芳", phone: "0371-67886827" };
    const claimed = await make(person, `/api/v1/organizations/${uscc}/claim`, { holder });
    const { organizationId, mandateId } = claimed.body as { organizationId: string; mandateId: string };
    const [licenceFileId, authorizationFileId] = [
      await upload(person, "mandate", mandateId),
      await upload(person, "mandate", mandateId),
    ];
    const organization = `/api/v1/organizations/${organizationId}`;
    await act(person, organization, "attach-papers", { mandateId, licenceFileId, authorizationFileId });
    expect((await act(people.district, organization, "confirm-mandate", { mandateId })).status).toBe(200);
    const draft = await make(person, "/api/v1/applications", { roundId, organizationId });
    expect(draft.status).toBe(201);
    return `/api/v1/applications/${(draft.body as { id: string }).id}`;
  }

  test("whose title was cancelled may apply again the day after", async () => {
    await goOn("2028-03-01T10:00:00+08:00");
    const path = await draftIn(2028, people.otherApplicant, cancelled);
    expect((await read(people.otherApplicant, path)).body).toMatchObject({ firstDayToSubmit: null });
    expect(problemOf(await act(people.otherApplicant, path, "submit")).code).toBe("materials_incomplete");
  });

  test("whose title was revoked is refused on the last day and open on the next; the draft shows which day that is", async () => {
    await goOn("2031-02-28T10:00:00+08:00");
    application = await draftIn(2031, people.applicant, revoked);
    expect((await read(people.applicant, application)).body).toMatchObject({ firstDayToSubmit: "2031-03-01" });
    await setClock("2031-02-28T23:59:59+08:00");
    const refused = problemOf(await act(people.applicant, application, "submit"));
    expect(refused).toMatchObject({ status: 409, code: "reapply_barred", article: "第十四条" });
    expect(refused.detail).toContain("2031年2月28日");
    await setClock("2031-03-01T00:00:00+08:00");
    expect((await read(people.applicant, application)).body).toMatchObject({ firstDayToSubmit: null });
    expect(problemOf(await act(people.applicant, application, "submit")).code).toBe("materials_incomplete");
  });

  test("a wrong decision is withdrawn by another, which a second officer confirms; both stay on record", async () => {
    const path = sanctions.revocation ?? "";
    const decision = { reason: "处罚决定已被依法撤销", documentNumber: "〔2031〕3号" };
    expect((await act(people.city, path, "reinstate", decision)).status).toBe(200);
    expect(problemOf(await act(people.city, path, "confirm")).code).toBe("second_person_required");
    expect((await act(people.secondCity, path, "confirm")).body).toMatchObject({
      state: "reinstated",
      effectiveOn: "2028-02-29",
      reinstatedOn: "2031-03-01",
      barredUntil: null,
    });
    // Its last day passed meanwhile: what stands again is as it would have been.
    const check = await request(`${server.url}/api/v1/public/certificates/ZZ-2027-${revoked.slice(-4)}`);
    expect(check.body).toMatchObject({ standing: "expired" });
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
