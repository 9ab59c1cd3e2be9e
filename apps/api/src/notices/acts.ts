import { randomUUID } from "node:crypto";
import type { CreateNotice, EditNotice } from "@shifan/contract";
import {
  type Database,
  findRound,
  insertNotice,
  insertNoticeCases,
  type NoticeFile,
  type NoticeRow,
  updateNotice,
} from "@shifan/db";
import { type NoticeState, parseDate } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { checkDay } from "../organizations/input.ts";
import { listedCases } from "./listed-cases.ts";
import { noticeSubject, policyOfNotice, relationOfNotice } from "./subject.ts";

/** An address of the bureau's own site and the day on which it stood there belong together. */
function checkOfficial(
  { officialUrl, officialPublishedOn }: Partial<Pick<NoticeRow, "officialUrl" | "officialPublishedOn">>,
  today: string,
): InputErrors {
  const url = officialUrl ?? null;
  const day = officialPublishedOn ?? null;
  if ((url === null) !== (day === null)) {
    const path = url === null ? "/officialUrl" : "/officialPublishedOn";
    return [{ path, code: "required", message: "市工信局网站的网址和发布日期要一起写" }];
  }
  return day === null ? [] : checkDay(day, "/officialPublishedOn", today);
}

/** Drafts a notice of a certification or of anything else; a publicity comes into being with its list alone. */
export async function createNotice(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  { kind, title, text, ...optional }: CreateNotice,
): Promise<CreationOutcome<{ id: string }>> {
  const { clock } = services;
  const roundId = optional.roundId ?? null;
  const officialUrl = optional.officialUrl ?? null;
  const officialPublishedOn = optional.officialPublishedOn ?? null;
  const round = roundId === null ? null : await findRound(transaction, roundId);
  const errors = [
    ...(roundId !== null && round === null
      ? [{ path: "/roundId", code: "unknown_round", message: "没有这个批次" }]
      : []),
    ...(kind === "certification" && roundId === null
      ? [{ path: "/roundId", code: "required", message: "认定公告要写是哪个批次的" }]
      : []),
    ...checkOfficial({ officialUrl, officialPublishedOn }, clock.today()),
  ];
  if (errors.length > 0) return invalid(...errors);
  const at = clock.now();
  return performCreationIn(
    transaction,
    noticeSubject(services),
    {
      actor,
      act: "create",
      relation: relationOfNotice({ state: "draft" }),
      policy: await policyOfNotice(services, transaction, { roundId }),
      at,
    },
    {
      context: async () => ({ today: clock.today(), endsOn: null, extendedTo: null }),
      write: async (inside, { to }) => {
        const notice = {
          title,
          text,
          id: randomUUID(),
          roundId,
          kind,
          state: to,
          startsOn: null,
          endsOn: null,
          periodGround: null,
          officialUrl,
          officialPublishedOn,
          publishedAt: null,
          extendsId: null,
          reason: null,
          createdBy: actor.userId,
          createdAt: at,
        };
        const row = await insertNotice(inside, notice, []);
        return { row, result: { id: notice.id }, fields: ["title", "text", "officialUrl", "officialPublishedOn"] };
      },
    },
  );
}

type Write = (
  transaction: Database,
  file: NoticeFile,
  decided: Decided<NoticeState>,
) => Promise<{ row: NoticeFile; fields: readonly string[] }>;

function actOn(
  services: ProcedureServices,
  on: On,
  act: string,
  write: Write,
  check: (file: NoticeFile) => InputErrors = () => [],
): Promise<ActOutcome<NoticeFile>> {
  const { clock } = services;
  return performAct(
    services.database,
    noticeSubject(services),
    { ...on, act, at: clock.now() },
    {
      check: async (_, file) => check(file),
      context: async (_, { notice }) => ({ today: clock.today(), endsOn: notice.endsOn, extendedTo: null }),
      write: async (transaction, file, decided) => {
        const written = await write(transaction, file, decided);
        return { ...written, result: written.row };
      },
    },
  );
}

/** Changes the draft of a notice. */
export function editNotice(services: ProcedureServices, on: On, changes: EditNotice): Promise<ActOutcome<NoticeFile>> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as EditNotice;
  return actOn(
    services,
    on,
    "edit",
    async (transaction, { notice }) => ({
      row: await updateNotice(transaction, notice.id, given),
      fields: Object.keys(given),
    }),
    ({ notice }) => checkOfficial({ ...notice, ...given } as NoticeRow, services.clock.today()),
  );
}

/** Publishes a drafted notice. That of a certification lists those who are certified in its round on that day. */
export function publishNotice(services: ProcedureServices, on: On): Promise<ActOutcome<NoticeFile>> {
  return actOn(services, on, "publish", async (transaction, { notice }, { to, policy, at }) => {
    const { id, kind, roundId } = notice;
    if (kind === "certification" && roundId !== null) {
      const certified = { roundId, state: "certified" as const, day: services.clock.today() };
      await insertNoticeCases(transaction, id, await listedCases(transaction, policy, certified));
    }
    const row = await updateNotice(transaction, id, { state: to, publishedAt: at });
    return { row, fields: ["state", "publishedAt", "cases"] };
  });
}

/** Days of an extension that do not exist. */
export function checkExtension(
  { endsOn, officialPublishedOn }: { endsOn: string; officialPublishedOn: string },
  today: string,
): InputErrors {
  return [
    ...(parseDate(endsOn) === undefined
      ? [{ path: "/endsOn", code: "no_such_day", message: "没有这一天，请再核对一下日期" }]
      : []),
    ...checkDay(officialPublishedOn, "/officialPublishedOn", today),
  ];
}
