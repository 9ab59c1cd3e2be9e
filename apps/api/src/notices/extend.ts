import { randomUUID } from "node:crypto";
import type { ExtendNotice } from "@shifan/contract";
import { insertNotice, type NoticeFile, updateNotice } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkExtension } from "./acts.ts";
import { notePublished, noticeSubject } from "./subject.ts";

/**
 * Extends a publicity: a notice of its own takes the place of the old one, with the same cases and the same first day. Objections stay with their
 * cases and go on counting.
 *
 * @returns the new notice
 */
export function extendPublicity(
  services: ProcedureServices,
  on: On,
  { endsOn, reason, title, text, officialUrl, officialPublishedOn }: ExtendNotice,
): Promise<ActOutcome<NoticeFile>> {
  const { clock } = services;
  return performAct(
    services.database,
    noticeSubject(services),
    { ...on, act: "extend", ground: reason, at: clock.now() },
    {
      check: async () => checkExtension({ endsOn, officialPublishedOn }, clock.today()),
      context: async (_, { notice }) => ({ today: clock.today(), endsOn: notice.endsOn, extendedTo: endsOn }),
      write: async (transaction, { notice: before }, decided) => {
        const row = await updateNotice(transaction, before.id, { state: decided.to });
        const { revision: _, ...kept } = before;
        const extension = await insertNotice(
          transaction,
          {
            ...kept,
            id: randomUUID(),
            state: "published",
            title: title ?? kept.title,
            text: text ?? kept.text,
            endsOn,
            reason,
            officialUrl,
            officialPublishedOn,
            publishedAt: decided.at,
            extendsId: before.id,
            createdBy: on.actor.userId,
            createdAt: decided.at,
          },
          row.cases.map(({ noticeId: _notice, ...each }) => each),
        );
        await notePublished(transaction, on.actor, decided, extension);
        return { row, result: extension, fields: ["state"] };
      },
    },
  );
}
