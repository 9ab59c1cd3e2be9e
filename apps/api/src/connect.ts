import {
  appendEntry,
  type Database,
  findApplication,
  findApplicationOfFile,
  findFile,
  findMandate,
  findMandateOfFile,
  findNotice,
  findObjectionOfFile,
  findOrganization,
  findOrganizationName,
  listOrganizationsOf,
  listTitlesOf,
} from "@shifan/db";
import { type Actor, permittingGrant, type Relation, type Resource } from "@shifan/rules";
import { actorOf } from "./accounts/caller.ts";
import type { OrganizationsOf, RecordEntry } from "./accounts/ports.ts";
import { relationOfApplication } from "./applications/subject.ts";
import type { Clock } from "./clock.ts";
import type { FilePorts } from "./files/ports.ts";
import { mayReadScans, noteScanRead } from "./objections/view.ts";
import type { MandateFileCheck } from "./organizations/mandates.ts";
import { relationOfOrganization } from "./organizations/subject.ts";

/*
 * What accounts and files ask of the rest of the product: each subject knows its own records, and here they are introduced to each other.
 */

/** For whom a person acts, and whether that organization holds a title in force on the day. */
export function organizationsFrom(database: Database): OrganizationsOf {
  return async (userId, day) => {
    const ids = await listOrganizationsOf(database, userId);
    return Promise.all(
      ids.map(async (id) => {
        const titles = await listTitlesOf(database, id);
        const isPlatform = titles.some(
          ({ state, validFrom, validTo }) => state === "valid" && validFrom <= day && day <= validTo,
        );
        return { id, name: await findOrganizationName(database, id, day), isPlatform };
      }),
    );
  };
}

/** Writes acts on accounts into the audit trail. */
export const recordAccountEntry: RecordEntry = async (transaction, entry) => {
  const { actor, grant, resource, recordId, act, outcome, fields, ground, at } = entry;
  const under = grant ?? actor.grants[0];
  await appendEntry(transaction, {
    at,
    actor: {
      userId: actor.userId,
      role: under?.role ?? "public",
      district: under?.district ?? null,
      onBehalfOf: under?.onBehalfOf ?? null,
    },
    resource,
    recordId,
    act,
    outcome,
    article: null,
    ground,
    fields,
    state: null,
    revision: null,
  });
};

const may = (actor: Actor, resource: Resource, acts: readonly string[], relation: Relation): boolean =>
  acts.some((act) => permittingGrant(actor, resource, act, relation) !== null);

/** Of what belongs to nobody. */
const unrelated: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Who may hand in and read files: whoever may work on, or read, the record that they belong to. */
export function filePortsFrom(database: Database, clock: Clock): FilePorts {
  const applicationOf = async (target: string) => findApplication(database, target.split(":")[0] ?? "");
  return {
    actorOf: (context) => actorOf(context, clock.now()),
    mayUpload: async (actor, purpose, target) => {
      if (purpose === "mandate") {
        const mandate = await findMandate(database, target);
        return mandate !== null && mandate.userId === actor.userId;
      }
      if (purpose === "objection") {
        const notice = (await findNotice(database, target))?.notice;
        return notice?.kind === "publicity" && may(actor, "objections", ["read-identity"], unrelated);
      }
      const application = await applicationOf(target);
      return application !== null && may(actor, "applications", ["edit", "accept"], relationOfApplication(application));
    },
    mayRead: async (actor, file) => {
      if (file.purpose !== "objection" && actor.userId !== null && actor.userId === file.uploadedBy) return true;
      if (file.purpose === "mandate") {
        const mandate = await findMandate(database, file.target);
        const organization = mandate && (await findOrganization(database, mandate.organizationId));
        return (
          organization !== null &&
          actor.grants.some(({ role }) => role !== "applicant" && role !== "platform") &&
          may(actor, "organizations", ["read"], relationOfOrganization(organization))
        );
      }
      if (file.purpose === "objection") {
        const objection = await findObjectionOfFile(database, file.id);
        if (objection === null) return actor.userId !== null && actor.userId === file.uploadedBy;
        const grant = mayReadScans(actor, objection);
        if (grant === null) return false;
        // The scan of a letter is the objector's own words: reading it is reading who objects.
        await noteScanRead({ database, clock }, actor, grant, objection, file.id);
        return true;
      }
      const application = await applicationOf(file.target);
      return application !== null && may(actor, "applications", ["read"], relationOfApplication(application));
    },
    isInUse: async (fileId) =>
      (await findApplicationOfFile(database, fileId)) !== null ||
      (await findMandateOfFile(database, fileId)) !== null ||
      (await findObjectionOfFile(database, fileId)) !== null,
  };
}

/** Whether a file was uploaded by the claimant for this very mandate. */
export const mayServeAsMandatePaper: MandateFileCheck = async (transaction, { fileId, userId, mandateId }) => {
  const file = await findFile(transaction, fileId);
  return file !== null && file.purpose === "mandate" && file.target === mandateId && file.uploadedBy === userId;
};
