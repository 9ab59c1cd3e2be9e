import { expect, test } from "vitest";
import { openSession, type Session } from "./browser-session.ts";
import { problemOf } from "./http.ts";
import { mobileNumbersIn } from "./mobile-numbers.ts";
import { act, make, type People, read } from "./procedure.ts";
import { fileObjection, handleObjection, objectionsTo, type PublishedList, publishList } from "./publicity.ts";
import type { Server } from "./server.ts";

/** What the first part of the journey hands on: a case that has been reviewed, in a round whose windows are over. */
export interface ReviewedCase {
  readonly server: Server;
  readonly people: People;
  readonly setClock: (instant: string) => Promise<void>;
  readonly roundPath: string;
  readonly applicationPath: string;
}

interface Round {
  readonly state: string;
}
interface Title {
  readonly id: string;
  readonly applicationId: string | null;
  readonly certificateNumber: string;
}

/** From the list to a certificate that anybody can check, with an objection on the way (第十一条、第十四条). */
export function certificateJourney(reviewed: () => ReviewedCase): void {
  let notice: PublishedList;
  let number: string;
  const stateOf = async (session: Session, path: string) => (await read<Round>(session, path)).body.state;
  const certification = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-08-01" };

  test("the case is put on the list, which is exported for the bureau's own site", async () => {
    const { people, roundPath, applicationPath, setClock } = reviewed();
    await expect.poll(() => stateOf(people.city, roundPath), { timeout: 45_000, interval: 250 }).toBe("in_review");
    expect((await act(people.district, applicationPath, "propose")).status).toBe(403);
    expect((await act(people.city, applicationPath, "propose")).body).toMatchObject({ state: "proposed" });
    expect((await act(people.city, roundPath, "propose-list")).body).toMatchObject({ state: "list_proposed" });
    await setClock("2026-07-24T10:00:00+08:00");
    const planned = await people.city.call(`${roundPath}/publicity-draft?format=html&startsOn=2026-07-27`);
    expect(planned.status).toBe(200);
    expect(String(planned.body)).toContain("郑州某某企业服务有限公司");
    expect(String(planned.body)).toContain("2026年7月31日");
  });

  test("it is published for five working days, and not from before the bureau's own site", async () => {
    const { people, roundPath, applicationPath, setClock } = reviewed();
    await setClock("2026-07-27T09:00:00+08:00");
    const roundId = roundPath.split("/").at(-1) ?? "";
    const days = { startsOn: "2026-07-27", officialPublishedOn: "2026-07-27" };
    await expect(publishList(people.city, roundId, { ...days, officialPublishedOn: "2026-07-28" })).rejects.toThrow();
    await expect(publishList(people.city, roundId, { ...days, endsOn: "2026-07-30" })).rejects.toThrow("endsOn");
    notice = await publishList(people.city, roundId, days);
    expect(notice).toMatchObject({ endsOn: "2026-07-31", cases: [{ position: 1 }] });
    expect(await stateOf(people.applicant, applicationPath)).toBe("in_publicity");
    const anybody = openSession(reviewed().server.url);
    const { body } = await read<object>(anybody, `/api/v1/public/notices/${notice.id}`);
    expect(body).toMatchObject({ phase: "running", daysLeft: 4 });
    expect(mobileNumbersIn(body)).toEqual([]);
  });

  test("an objection holds the case until it is closed, and nobody but the city learns who objects", async () => {
    const { people, server, applicationPath, setClock } = reviewed();
    const id = applicationPath.split("/").at(-1) ?? "";
    await setClock("2026-07-31T23:59:59+08:00");
    const anybody = openSession(server.url);
    const filed = await fileObjection(anybody, notice.id, 1);
    expect(filed.status).toBe(201);
    const { receiptNumber } = filed.body as { receiptNumber: string };
    await setClock("2026-08-01T00:01:00+08:00");
    expect((await fileObjection(anybody, notice.id, 1)).body).toMatchObject({ code: "deadline_passed" });
    const held = problemOf(await act(people.city, applicationPath, "certify", certification));
    expect(held).toMatchObject({ status: 409, code: "objection_open", article: "第十一条" });
    const [objection] = await objectionsTo(people.city, id);
    const handle = (name: string, json: object, by = people.city) =>
      handleObjection(by, objection?.id ?? "", name, json);
    expect((await handle("admit", { extract: "有反映称服务企业数与申报不符。" })).status).toBe(200);
    expect(await stateOf(people.applicant, applicationPath)).toBe("objected");
    const seen = await people.applicant.call(`/api/v1/objections/${objection?.id}`);
    expect(JSON.stringify(seen.body)).toContain("与申报不符");
    for (const reader of [people.applicant, people.auditor]) {
      const told = JSON.stringify((await reader.call(`/api/v1/objections/${objection?.id}`)).body);
      expect(told).not.toMatch(/赵铁柱|13837123456|不到三十家/);
      expect((await reader.call(`/api/v1/objections/${objection?.id}/identity`)).status).toBe(403);
    }
    expect((await handle("answer", { answer: "服务名单和协议已提交。" }, people.applicant)).status).toBe(200);
    expect((await handle("dismiss", { finding: "经查，名单中的企业均有服务记录。" })).status).toBe(200);
    expect((await handle("reply", { reply: "您反映的问题已查证，不成立。" })).status).toBe(200);
    expect(await stateOf(people.applicant, applicationPath)).toBe("in_publicity");
    expect((await read(anybody, `/api/v1/public/receipts/${receiptNumber}`)).body).toMatchObject({
      receivedOn: "2026-07-31",
      reply: "您反映的问题已查证，不成立。",
    });
  });

  test("it is certified after the last day's 24:00 and once, whoever of two officers is first", async () => {
    const { people, applicationPath, setClock } = reviewed();
    await setClock("2026-07-31T23:59:59+08:00");
    const early = { ...certification, certifiedOn: "2026-07-31" };
    expect(problemOf(await act(people.city, applicationPath, "certify", early))).toMatchObject({
      status: 409,
      code: "publicity_not_ended",
      detail: "公示到2026年7月31日24:00，之后才能作出认定。",
    });
    await setClock("2026-08-01T00:01:00+08:00");
    const dated = problemOf(await act(people.city, applicationPath, "certify", early));
    expect(dated.errors?.[0]).toMatchObject({ path: "/certifiedOn" });
    const { etag } = await read(people.city, applicationPath);
    const certify = (officer: Session) =>
      officer.call(`${applicationPath}/certify`, { json: certification, headers: { "if-match": etag } });
    const both = await Promise.all([certify(people.city), certify(people.secondCity)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await stateOf(people.applicant, applicationPath)).toBe("certified");
  });

  test("anybody can check the certificate, today and after its last day; a number that is not found is never called false", async () => {
    const { people, server, applicationPath, setClock } = reviewed();
    const { body: titles } = await read<Title[]>(people.city, "/api/v1/certifications");
    const title = titles.find(({ applicationId }) => applicationId === applicationPath.split("/").at(-1));
    number = title?.certificateNumber ?? "";
    const anybody = openSession(server.url);
    const check = async (asked = number) => anybody.call(`/api/v1/public/certificates/${encodeURIComponent(asked)}`);
    expect((await check()).body).toMatchObject({
      standing: "valid",
      validFrom: "2026-08-01",
      validTo: "2029-08-01",
      platformName: "郑州某某中小企业服务有限公司",
      note: "",
    });
    expect((await check(` ${number.toLowerCase().replaceAll("-", "－")} `)).body).toMatchObject({ standing: "valid" });
    const unknown = problemOf(await check("ZZSF-1999-001"));
    expect(unknown).toMatchObject({ status: 404, code: "certificate_not_found" });
    expect(unknown.detail).toContain("不能据此判断真假");
    const { body: register } = await read<{ coverage: { text: string }; platforms: object[] }>(
      anybody,
      "/api/v1/public/platforms",
    );
    expect(register.coverage.text).toContain("没有查到不等于没有");
    expect(register.platforms).toMatchObject([{ certificateNumber: number, standing: "valid" }]);
    expect(mobileNumbersIn(register)).toEqual([]);
    await setClock("2029-08-01T23:59:00+08:00");
    expect((await check()).body).toMatchObject({ standing: "valid" });
    await setClock("2029-08-02T00:00:00+08:00");
    expect((await check()).body).toMatchObject({ standing: "expired" });
    await setClock("2026-08-03T09:00:00+08:00");
    const printed = await people.applicant.call(`/api/v1/certifications/${title?.id}/certificate`);
    expect([printed.status, printed.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const announced = await make(people.city, "/api/v1/notices", {
      kind: "certification",
      roundId: reviewed().roundPath.split("/").at(-1),
      title: "关于认定2026年度示范平台的通知",
      text: "现将认定名单予以公布。",
    });
    const announcement = `/api/v1/notices/${(announced.body as { id: string }).id}`;
    expect((await act(people.city, announcement, "publish")).body).toMatchObject({ cases: [{ position: 1 }] });
    const paper = await people.applicant.call(`${announcement}/document`);
    expect([paper.status, paper.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });

  test("the round is decided when every case is, and put away", async () => {
    const { people, roundPath } = reviewed();
    expect((await act(people.city, roundPath, "decide")).body).toMatchObject({ state: "decided" });
    expect((await act(people.city, roundPath, "archive")).body).toMatchObject({ state: "archived" });
  });
}
