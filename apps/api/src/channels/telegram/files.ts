import { findApplication, findRound, listApplications, type RecipientRow } from "@shifan/db";
import type { Message } from "@shifan/dialog";
import { reachableBy } from "@shifan/rules";
import type { Person } from "../../acts/begin.ts";
import { personOf } from "../../reminders/reader/person.ts";
import {
  createUploadLink,
  takesPapers,
  type UploadLinkServices,
  uploadMinutes,
} from "../../upload-links/upload-links.ts";
import { noFilesWords, uploadWords } from "./words.ts";

type Services = UploadLinkServices & { publicUrl: string };

/** More cases that take papers nobody has at a time. */
const linksAtMost = 3;

/** A file that was sent to a chat is not taken. Whoever has a case that takes papers now is told where to hand it in. */
export async function tellWhereToUpload(services: Services, recipient: RecipientRow | null): Promise<Message> {
  const person = recipient === null ? null : await personOf(services, recipient, services.demo);
  const links = person === null ? [] : await linksOf(services, person.actor);
  return links.length === 0 ? noFilesWords() : uploadWords(links, uploadMinutes);
}

async function linksOf(services: Services, actor: Person): Promise<{ title: string; url: string }[]> {
  const { database, clock, publicUrl } = services;
  const grants = actor.grants.filter(({ role }) => role === "applicant");
  const { rows } = await listApplications(database, {
    reach: reachableBy({ ...actor, grants }, "applications", "edit"),
    filter: { state: ["draft", "returned"] },
    page: {
      sort: { field: "changedAt", descending: true },
      limit: linksAtMost,
      from: 0,
      after: null,
      countUpTo: linksAtMost,
    },
    day: clock.today(),
  });
  const links: { title: string; url: string }[] = [];
  for (const { id, organizationName } of rows) {
    const application = await findApplication(database, id);
    if (application === null || !takesPapers(actor, application)) continue;
    const round = await findRound(database, application.roundId);
    const token = await createUploadLink(services, { userId: actor.userId, applicationId: id });
    if (round === null || token === null) continue;
    links.push({ title: `${organizationName}${round.year}年度申报`, url: `${publicUrl}/upload/${token}` });
  }
  return links;
}
