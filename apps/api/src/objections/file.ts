import { randomUUID } from "node:crypto";
import type { FileObjection, FilePublicObjection } from "@shifan/contract";
import {
  type Database,
  findExtensionOf,
  findFile,
  findNotice,
  findObjectionOfFile,
  insertObjection,
  type NoticeCaseRow,
  type NoticeFile,
  type ObjectionFile,
  sealMap,
} from "@shifan/db";
import { type Actor, type ObjectionChannel, permittingGrant, publicActor, readPhone } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay } from "../organizations/input.ts";
import { newReceiptNumber } from "../receipts/number.ts";
import { lockCase, objectionSubject, policyOfObjection, relationOfObjection } from "./subject.ts";

type Filing = {
  readonly actor: Actor;
  readonly channel: ObjectionChannel;
  readonly receivedOn: string;
  readonly position: number;
  readonly personal: { name: string; phone: string; content: string; evidence: string };
  readonly fileIds: readonly string[];
};

/** The publicity that now stands in the place of a notice: itself, or the one that extends it. Null for what is no published publicity. */
async function presentPublicity(transaction: Database, noticeId: string): Promise<NoticeFile | null> {
  const file = await findNotice(transaction, noticeId);
  if (file === null || file.notice.kind !== "publicity" || file.notice.state === "draft") return null;
  const extension = await findExtensionOf(transaction, noticeId);
  return extension === null ? file : presentPublicity(transaction, extension.id);
}

/** Anybody objects to a case of a running publicity (第十一条), by name and with evidence. No account is looked at, not even of whoever is signed in. */
export function fileFromPortal(
  services: ProcedureServices,
  transaction: Database,
  noticeId: string,
  { position, ...personal }: FilePublicObjection,
): Promise<CreationOutcome<ObjectionFile>> {
  const receivedOn = services.clock.today();
  const filing = { actor: publicActor, channel: "portal" as const, receivedOn, position, personal, fileIds: [] };
  return file(services, transaction, noticeId, filing);
}

/** An officer enters an objection that came by letter, visit or telephone, with the day on which it came. */
export async function fileForObjector(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  noticeId: string,
  { position, channel, receivedOn, fileIds, ...personal }: FileObjection,
): Promise<CreationOutcome<ObjectionFile>> {
  return file(services, transaction, noticeId, { actor, channel, receivedOn, position, personal, fileIds });
}

async function file(
  services: ProcedureServices,
  transaction: Database,
  noticeId: string,
  filing: Filing,
): Promise<CreationOutcome<ObjectionFile>> {
  const { clock } = services;
  const found = await presentPublicity(transaction, noticeId);
  if (found === null) return { kind: "unknown" };
  const { notice, cases } = found;
  const { actor, channel, receivedOn, position, personal, fileIds } = filing;
  const relation = { ...relationOfObjection({ extract: null, organizationId: "" }), isPublished: true };
  const listed = cases.find((each) => each.position === position);
  const mayFile = permittingGrant(actor, "objections", "file", relation) !== null;
  const phone = personal.phone === "" ? "" : readPhone(personal.phone);
  if (mayFile) {
    const errors = await errorsOf(services, transaction, { ...filing, phone, listed, noticeId });
    if (errors.length > 0) return invalid(...errors);
  }
  // Against a certification at the same moment: whoever is second finds what the first has done.
  const application = listed === undefined ? null : await lockCase(transaction, listed.applicationId);
  const at = clock.now();
  return performCreationIn(
    transaction,
    objectionSubject(services),
    {
      actor,
      act: "file",
      relation,
      policy: await policyOfObjection(services, transaction, notice.id),
      at,
    },
    {
      context: async () => ({
        today: clock.today(),
        caseState: application?.state ?? "in_publicity",
        receivedOn,
        publicity: { startsOn: notice.startsOn ?? "", endsOn: notice.endsOn ?? "" },
        answerUntil: null,
        isAnswered: false,
        hasReasons: true,
      }),
      write: async (inside) => {
        const row = await insertObjection(
          inside,
          {
            id: randomUUID(),
            noticeId: notice.id,
            applicationId: listed?.applicationId ?? "",
            receiptNumber: newReceiptNumber(),
            channel,
            receivedOn,
            enteredBy: actor.userId,
            personal: sealMap(services.personalKeys, { ...personal, phone: phone ?? "" }),
            createdAt: at,
          },
          fileIds,
        );
        return { row, result: row, fields: ["channel", "receivedOn", "personal", "fileIds"] };
      },
    },
  );
}

async function errorsOf(
  { clock }: ProcedureServices,
  transaction: Database,
  filing: Filing & { phone: string | undefined; listed: NoticeCaseRow | undefined; noticeId: string },
): Promise<InputErrors> {
  const { actor, receivedOn, phone, listed, fileIds, noticeId } = filing;
  return [
    ...(listed === undefined
      ? [{ path: "/position", code: "not_listed", message: "公示名单上没有这个序号，请核对" }]
      : []),
    ...(phone === undefined
      ? [{ path: "/phone", code: "phone", message: "应为手机号、带区号的电话（如0371-67886827）或400、800电话" }]
      : []),
    ...checkDay(receivedOn, "/receivedOn", clock.today()),
    ...(await checkFiles(transaction, actor, noticeId, fileIds)),
  ];
}

/** Scans are the officer's own, handed in for this publicity, and belong to no other objection. */
async function checkFiles(
  transaction: Database,
  { userId }: Actor,
  noticeId: string,
  fileIds: readonly string[],
): Promise<InputErrors> {
  const errors: { path: string; code: string; message: string }[] = [];
  for (const [at, id] of fileIds.entries()) {
    const path = `/fileIds/${at}`;
    const scan = await findFile(transaction, id);
    const isOwn = scan?.purpose === "objection" && scan.target === noticeId && scan.uploadedBy === userId;
    if (!isOwn) errors.push({ path, code: "unknown_file", message: "没有这个扫描件，请先上传到这个公示" });
    else if (fileIds.indexOf(id) !== at || (await findObjectionOfFile(transaction, id)) !== null) {
      errors.push({ path, code: "repeated", message: "这个扫描件已经用过" });
    }
  }
  return errors;
}
