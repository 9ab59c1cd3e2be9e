import {
  appendEntry,
  type Database,
  type FileRow,
  findApplication,
  findApplicationOfFile,
  findCertification,
  findFile,
  findInspection,
  findInspectionOfFile,
  findMandate,
  findMandateOfFile,
  findNotice,
  findObjectionOfFile,
  findOrganization,
  findOrganizationChangeOfFile,
  findOrganizationName,
  findReport,
  findReportOfFile,
  findSanctionOfFile,
  listMandates,
  listOrganizationsOf,
  listTitlesOf,
} from "@shifan/db";
import { type Actor, permittingGrant, type Relation, type Resource } from "@shifan/rules";
import { actorOf } from "./accounts/caller.ts";
import type { OrganizationsOf, RecordEntry } from "./accounts/ports.ts";
import { noteAct } from "./acts/note-read.ts";
import { relationOfApplication } from "./applications/subject.ts";
import type { Clock } from "./clock.ts";
import { type FilePorts, recordOfTarget } from "./files/ports.ts";
import { mayUploadForInspection } from "./inspections/files.ts";
import { relationOfInspection, resourceOfKind } from "./inspections/subject.ts";
import { mayReadScans, noteScanRead } from "./objections/view.ts";
import { mayReadPaperOfChange, mayUploadForChange } from "./organization-changes/files.ts";
import type { MandateFileCheck } from "./organizations/mandates.ts";
import { relationOfOrganization } from "./organizations/subject.ts";
import { relationOfReport } from "./reports/subject.ts";
import { seesReport } from "./reports/view.ts";

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
    relation: null,
    state: null,
    before: null,
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

/** Evidence for a sanction is the office's: it may name who complained. The unit reads of it in the notice. */
const relationOfEvidence = ({ district }: { district: string }): Relation => ({ ...unrelated, district });

/** Who may hand in and read files: whoever may work on, or read, the record that they belong to. */
export function filePortsFrom(database: Database, clock: Clock): FilePorts {
  const applicationOf = async (target: string) => findApplication(database, recordOfTarget(target));
  /** The record that a file belongs to, and who reaches it. */
  const ownerOf = async (from: Database, { purpose, target }: Pick<FileRow, "purpose" | "target">) => {
    if (purpose === "report") {
      const report = await findReport(from, target);
      return report && { resource: "reports" as const, id: report.id, relation: relationOfReport(report) };
    }
    if (purpose === "inspection") {
      const inspection = await findInspection(from, target);
      return inspection === null
        ? null
        : {
            resource: resourceOfKind(inspection.kind),
            id: inspection.id,
            relation: relationOfInspection(inspection),
          };
    }
    if (purpose === "sanction") {
      const title = await findCertification(from, target);
      return title && { resource: "certifications" as const, id: title.id, relation: relationOfEvidence(title) };
    }
    if (purpose === "organization_change") {
      const organization = await findOrganization(from, target);
      return organization === null
        ? null
        : { resource: "organizations" as const, id: organization.id, relation: relationOfOrganization(organization) };
    }
    if (purpose !== "mandate") {
      const application = await findApplication(from, recordOfTarget(target));
      return application === null
        ? null
        : { resource: "applications" as const, id: application.id, relation: relationOfApplication(application) };
    }
    const mandate = await findMandate(from, target);
    const organization = mandate && (await findOrganization(from, mandate.organizationId));
    return organization === null
      ? null
      : { resource: "organizations" as const, id: organization.id, relation: relationOfOrganization(organization) };
  };
  const note = async (transaction: Database, act: string, actor: Actor, file: FileRow) => {
    const owner = await ownerOf(transaction, file);
    if (owner === null) return;
    const grant = permittingGrant(actor, owner.resource, "read", owner.relation) ?? actor.grants[0];
    if (grant === undefined) return;
    await noteAct(transaction, {
      actor,
      grant,
      resource: owner.resource,
      recordId: owner.id,
      relation: owner.relation,
      act,
      fields: [`files.${file.purpose}`, file.target, file.id],
      at: clock.now(),
    });
  };
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
      if (purpose === "report") {
        const report = await findReport(database, target);
        return report !== null && may(actor, "reports", ["edit"], relationOfReport(report));
      }
      if (purpose === "inspection") return mayUploadForInspection(database, actor, target);
      if (purpose === "sanction") {
        const title = await findCertification(database, target);
        return title !== null && may(actor, "sanctions", ["propose"], relationOfEvidence(title));
      }
      if (purpose === "organization_change") return mayUploadForChange(database, actor, target);
      const application = await applicationOf(target);
      return application !== null && may(actor, "applications", ["edit", "accept"], relationOfApplication(application));
    },
    mayRead: async (actor, file) => {
      if (file.purpose === "mandate") {
        // A claimant's own papers: they may not see the organization yet.
        if (actor.userId !== null && actor.userId === file.uploadedBy) return true;
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
      if (file.purpose === "report") {
        const report = await findReport(database, file.target);
        return (
          report !== null && may(actor, "reports", ["read"], relationOfReport(report)) && seesReport(actor, report)
        );
      }
      if (file.purpose === "inspection") {
        // What was not handed in with a record is nobody's but the officer's who uploaded it.
        if ((await findInspectionOfFile(database, file.id)) === null) {
          return actor.userId !== null && actor.userId === file.uploadedBy;
        }
        const owner = await ownerOf(database, file);
        return owner !== null && may(actor, owner.resource, ["read"], owner.relation);
      }
      if (file.purpose === "sanction") {
        const title = await findCertification(database, file.target);
        return title !== null && may(actor, "sanctions", ["read"], relationOfEvidence(title));
      }
      if (file.purpose === "organization_change") return mayReadPaperOfChange(database, actor, file);
      const application = await applicationOf(file.target);
      return application !== null && may(actor, "applications", ["read"], relationOfApplication(application));
    },
    isInUse: async (fileId) =>
      (await findApplicationOfFile(database, fileId)) !== null ||
      (await findMandateOfFile(database, fileId)) !== null ||
      (await findObjectionOfFile(database, fileId)) !== null ||
      (await findReportOfFile(database, fileId)) !== null ||
      (await findInspectionOfFile(database, fileId)) !== null ||
      (await findSanctionOfFile(database, fileId)) !== null ||
      (await findOrganizationChangeOfFile(database, fileId)) !== null,
    sharersOf: async (purpose, target) => {
      const mandate = purpose === "mandate" ? await findMandate(database, target) : null;
      if (mandate === null) return [recordOfTarget(target)];
      return (await listMandates(database, mandate.organizationId)).map(({ id }) => id);
    },
    noteRead: (actor, file) => database.transaction((transaction) => note(transaction, "read", actor, file)),
    noteRemoval: (transaction, actor, file) => note(transaction, "remove-file", actor, file),
  };
}

/** Whether a file was uploaded by the claimant for this very mandate. */
export const mayServeAsMandatePaper: MandateFileCheck = async (transaction, { fileId, userId, mandateId }) => {
  const file = await findFile(transaction, fileId);
  return file !== null && file.purpose === "mandate" && file.target === mandateId && file.uploadedBy === userId;
};
