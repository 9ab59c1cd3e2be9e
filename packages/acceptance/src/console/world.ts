import type { startMailServer } from "@shifan/api/testing";
import { openSession, type Session } from "../browser-session.ts";
import { beginChat } from "../chat.ts";
import type { Answer } from "../http.ts";
import { enterTitle, failedTwice, planCheck, recordOf, takeMandate, unit } from "../inspecting.ts";
import { act, make, type People, read, signInEverybody } from "../procedure.ts";
import { handIn } from "../proofs/faults/district-work.ts";
import { fillLists, fillSections } from "../proofs/faults/form-work.ts";
import { Line } from "../proofs/faults/line.ts";
import { confirmMandate, handInPapers, openCase } from "../proofs/faults/work-through.ts";
import { enterLetter, publishList, untilReview } from "../publicity.ts";
import { publicityEnds, publicityStarts, receiveCase } from "../published-case.ts";
import { drawFrom } from "../random.ts";
import { openPool, reviewCase } from "../reviewing.ts";
import type { Server } from "../server.ts";

/** What the pages of the console are looked at with: at least one record of everything that has a page, on the first day of a publicity. */
export interface ConsoleWorld {
  /** A case that waits for its district, with all its papers. */
  readonly submittedPath: string;
  /** A case that is shown to the public, with an objection to it. */
  readonly publishedPath: string;
}

/** @throws Error when a step is refused */
export async function fillConsoleWorld(
  { url }: Server,
  setClock: (instant: string) => Promise<void>,
  mailServer: Mailboxes,
): Promise<ConsoleWorld> {
  const people = await signInEverybody(url);
  const { city, roundPath, applicationPath: publishedPath } = await receiveCase(url);
  const roundId = idOf(roundPath);
  const experts = await openPool(url, city);
  await reviewCase(city, experts, publishedPath, { totals: [80, 82, 84], dueOn: "2026-07-20" });
  await supervise(people);
  await writeAndComplain(url, people);
  await openWays(people, mailServer);
  await setClock(`${publicityStarts}T09:00:00+08:00`);
  await untilReview(city, roundPath);
  done(await act(city, publishedPath, "propose"));
  done(await act(city, roundPath, "propose-list"));
  const days = { startsOn: publicityStarts, endsOn: publicityEnds, officialPublishedOn: publicityStarts };
  const { id: noticeId } = await publishList(city, roundId, days);
  done(await enterLetter(city, noticeId, 1, publicityStarts), 201);
  const submittedPath = await handInSecond(people);
  return { submittedPath, publishedPath };
}

/** One is reminded by mail, and has asked for a code to another mailbox. */
async function openWays({ otherApplicant }: People, mailServer: Mailboxes): Promise<void> {
  const contacts = "/api/v1/reminders/contacts";
  const ask = (address: string) => otherApplicant.call(contacts, { json: { channel: "mail", address } });
  await ask("office.manager@unit.example");
  const mail = await mailServer.next("office.manager@unit.example");
  const [, code = ""] = /验证码：(\d{6})/.exec(mail.text ?? "") ?? [];
  done(await otherApplicant.call(`${contacts}/confirm`, { json: { channel: "mail", code } }));
  await ask("second.mailbox@unit.example");
}

/** Where mail arrives. */
type Mailboxes = Pick<Awaited<ReturnType<typeof startMailServer>>, "next">;

const idOf = (path: string) => path.split("/").at(-1) ?? "";

function done({ status, body }: Answer, wanted = 200): Answer {
  if (status !== wanted) throw new Error(`a step is refused: ${status} ${JSON.stringify(body)}`);
  return { status, body } as Answer;
}

/** A case handed in by the demonstration's other applicant, at which nobody has looked. */
async function handInSecond({ city, otherApplicant, district }: People): Promise<string> {
  // A round ends with every case of it decided: what still waits for its district is of the next.
  const windows = { submissionDeadline: "2027-06-30", recommendationDeadline: "2027-07-20" };
  const round = { year: 2027, ...windows, noticeTitle: "2027年度申报通知" };
  const made = done(await make(city, "/api/v1/rounds", round), 201);
  const { id: roundId } = made.body as { id: string };
  done(await act(city, `/api/v1/rounds/${roundId}`, "open"));
  const workers = { applicant: otherApplicant, colleague: otherApplicant, district };
  const work = { line: new Line(() => {}), draw: drawFrom(2), roundId };
  const begun = await openCase(work, workers, 2);
  await confirmMandate(work, begun);
  await fillSections(work.line, begun);
  await fillLists(work.line, begun, work.draw);
  // Printed for the stamp before it is handed in.
  done(await otherApplicant.call(`${begun.applicationPath}/documents/packet?format=docx`));
  await handInPapers(work, begun);
  await handIn(work.line, begun, "submit");
  return begun.applicationPath;
}

/** A title that failed two spot checks, looked at by its district and by the city, with a report, a package and a proposal to end it. */
async function supervise(people: People): Promise<void> {
  const { city, secondCity, district, otherApplicant: platform } = people;
  const titlePath = await enterTitle(city, secondCity, failedTwice);
  const certificationId = idOf(titlePath);
  const note = { resource: "certifications", recordId: certificationId, text: "核对过原件，请市局一并留意。" };
  done(await make(district, "/api/v1/staff-notes", note), 201);
  await takeMandate(platform, district);
  const inspection = await planCheck(district, "periodic_inspection", titlePath, "2026-06-10");
  const failing = { result: "failed", findings: "两项收费没有公开。", rectifyUntil: "2026-06-20" };
  done(await act(district, inspection, "record", await recordOf(district, inspection, "2026-06-10", failing)));
  await planCheck(city, "spot_check", titlePath, "2026-06-20");
  done(await make(city, "/api/v1/spot-check-draws", { share: "1", leastOfDistrict: 1 }), 201);
  await listServed(platform, idOf(await organizationOf(platform)));
  done(await make(platform, "/api/v1/reports", { certificationId, kind: "half_year_report", period: "2026-H1" }), 201);
  done(
    await make(district, "/api/v1/packages", { district: unit.district, kind: "half_year_package", period: "2026-H1" }),
    201,
  );
  const proposal = {
    kind: "cancellation",
    certificationId,
    ground: "consecutive_failures",
    finding: "连续两次抽查不合格。",
    evidence: "抽查通报两份。",
    inspectionIds: [],
    fileIds: [],
  };
  done(await make(city, "/api/v1/sanctions", proposal), 201);
}

/** What is written for everybody, and what anybody writes to the office. */
async function writeAndComplain(url: string, { city, otherApplicant: platform }: People): Promise<void> {
  done(await make(city, "/api/v1/notices", { kind: "general", title: "关于咨询电话的公告", text: "正文" }), 201);
  const interpretation = {
    article: "第十三条",
    question: "抽查和考核是分别算还是合在一起算？",
    answer: "分别计算。",
    documentNumber: "郑工信函〔2026〕6号",
    fromOn: "2026-09-01",
    settingId: null,
    settingValue: null,
    recordId: null,
    supersedesId: null,
  };
  done(await make(city, "/api/v1/interpretations", interpretation), 201);
  const chat = await beginChat(url);
  await chat.send({ seq: 1, text: "开始" });
  const anybody = openSession(url);
  const complaint = {
    target: "郑州某某企业服务有限公司",
    content: "收费没有公示。",
    name: "钱多多",
    contact: "13611112222",
  };
  for (const subject of ["platform", "staff"]) done(await complain(anybody, { ...complaint, subject }), 201);
  const change = {
    kind: "moved_away",
    fromOn: "2026-06-01",
    before: "郑州市金水区某路1号",
    after: "洛阳市涧西区某路2号",
    source: "变更登记通知书",
    fileIds: [],
  };
  done(await make(platform, `${await organizationOf(platform)}/changes`, change), 201);
}

async function organizationOf(platform: Session): Promise<string> {
  const { body } = await read<{ id: string; uscc: string }[]>(platform, "/api/v1/organizations?range=[0,99]");
  return `/api/v1/organizations/${body.find(({ uscc }) => uscc === unit.uscc)?.id}`;
}

/** Whom the platform has served in the half, with whom to ask there. */
async function listServed(platform: Session, organizationId: string): Promise<void> {
  const row = {
    enterprise_name: "郑州某某机械有限公司",
    contact: "孙大明",
    phone: "13800000001",
    service_summary: "管理咨询",
  };
  const path = `/api/v1/organizations/${organizationId}/served-lists/2026-H1`;
  const { headers } = await platform.call(path);
  const json = { rows: [{ ...row, satisfaction: "satisfied" }] };
  done(await platform.call(path, { method: "PUT", json, headers: { "if-match": headers.get("etag") ?? '"0"' } }));
}

const complain = (anybody: Session, json: object): Promise<Answer> =>
  anybody.call("/api/v1/public/complaints", { json });
