import { randomBytes, randomUUID } from "node:crypto";
import type { UploadLink } from "@shifan/contract";
import {
  type ApplicationRow,
  countUploadLinksSince,
  type Database,
  equalityHashes,
  findApplication,
  findOrganizationName,
  findUploadLink,
  insertUploadLink,
  type PersonalKeys,
  type UploadLinkRow,
} from "@shifan/db";
import { applicationMachine, openActs, permittingGrant } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { annexOfMaterial } from "../applications/sealed-scans.ts";
import { policyOfApplication, relationOfApplication } from "../applications/subject.ts";
import { readFindings } from "../applications/view.ts";
import { formatInstant } from "../clock.ts";
import { personOf } from "../reminders/reader/person.ts";

/** How long papers may be handed in by a link. */
export const uploadMinutes = 10;
const linkMilliseconds = uploadMinutes * 60_000;
const linksAtMost = 20;

export type UploadLinkServices = ProcedureServices & { demo: boolean };

const hashesOf = (personalKeys: PersonalKeys, token: string): string[] =>
  equalityHashes(personalKeys, `upload link: ${token}`);

/**
 * Makes a link by which papers of a case may be handed in without signing in, for ten minutes, in the name of whoever asked.
 *
 * @returns the token; null where they were given too many lately
 */
export async function createUploadLink(
  { database, clock, personalKeys }: { database: Database } & Pick<ProcedureServices, "clock" | "personalKeys">,
  { userId, applicationId }: { userId: string; applicationId: string },
): Promise<string | null> {
  const at = clock.machine();
  const given = await countUploadLinksSince(database, userId, new Date(at.getTime() - linkMilliseconds));
  if (given >= linksAtMost) return null;
  const token = randomBytes(24).toString("hex");
  const [tokenHash = ""] = hashesOf(personalKeys, token);
  const expiresAt = new Date(at.getTime() + linkMilliseconds);
  await insertUploadLink(database, { id: randomUUID(), tokenHash, userId, applicationId, createdAt: at, expiresAt });
  return token;
}

/** A link that may still be used: in whose name, and for which case. */
export type OpenLink = { link: UploadLinkRow; actor: Person; application: ApplicationRow };

/** The link of a token. Null where it ran out, its person may do so no more, or the case takes no papers now. */
export async function openLink(services: UploadLinkServices, token: string): Promise<OpenLink | null> {
  const { database, clock, personalKeys, demo } = services;
  const link = await findUploadLink(database, hashesOf(personalKeys, token));
  if (link === null || link.expiresAt <= clock.machine()) return null;
  const person = await personOf(services, link, demo);
  const application = await findApplication(database, link.applicationId);
  if (person === null || application === null || !takesPapers(person.actor, application)) return null;
  return { link, actor: person.actor, application };
}

/** Whether somebody may hand in papers of a case now. */
export function takesPapers(actor: Person, application: ApplicationRow): boolean {
  const relation = relationOfApplication(application);
  return (
    permittingGrant(actor, "applications", "edit", relation) !== null &&
    openActs(applicationMachine, { state: application.state, relation, actor }).includes("edit")
  );
}

/** What a link is for, as its page shows it. */
export async function describeLink(services: UploadLinkServices, { link, application }: OpenLink): Promise<UploadLink> {
  const { materials } = await readFindings(services, application);
  const policy = await policyOfApplication(services, services.database, application);
  return {
    organizationName: await findOrganizationName(services.database, application.organizationId, services.clock.today()),
    materials: materials
      // Of a sealed scan it has to be said from which print it is: that is done where the form is.
      .filter(({ id, status }) => status !== "not_applicable" && annexOfMaterial(policy, id) === null)
      .map(({ id, title, article, status, isOptional, fileIds, reasons }) => ({
        id,
        title,
        article,
        missing: (status === "missing" && !isOptional) || status === "invalid",
        files: fileIds.length,
        reasons: reasons.map(({ text }) => text),
      })),
    expiresAt: formatInstant(link.expiresAt),
    secondsLeft: Math.max(0, Math.round((link.expiresAt.getTime() - services.clock.machine().getTime()) / 1_000)),
  };
}
