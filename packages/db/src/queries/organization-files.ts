import type { Database } from "../database.ts";
import { type ApplicationExceptionRow, listApplicationExceptions } from "./application-exceptions.ts";
import {
  listMandates,
  listOrganizationNames,
  type MandateRow,
  type OrganizationNameRow,
  type OrganizationRow,
} from "./organizations.ts";

/** An organization with all that is on record of it: one record for the trail. */
export type OrganizationFile = {
  readonly organization: OrganizationRow;
  readonly names: readonly OrganizationNameRow[];
  readonly mandates: readonly MandateRow[];
  readonly exceptions: readonly ApplicationExceptionRow[];
};

export async function readOrganizationFile(
  database: Database,
  organization: OrganizationRow,
): Promise<OrganizationFile> {
  return {
    organization,
    names: await listOrganizationNames(database, organization.id),
    mandates: await listMandates(database, organization.id),
    exceptions: await listApplicationExceptions(database, organization.id),
  };
}

/** What the audit trail commits to. Exceptions came later than the trail: a record without any stands as it always did. */
export function stateOfOrganization({ organization, names, mandates, exceptions }: OrganizationFile) {
  return { organization, names, mandates, ...(exceptions.length === 0 ? {} : { exceptions }) };
}
