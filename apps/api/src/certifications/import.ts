import { randomUUID } from "node:crypto";
import type { ImportedTitle } from "@shifan/contract";
import {
  type CertificationFile,
  type Database,
  findOrganizationByUscc,
  insertCertification,
  insertOrganization,
  readOrganizationFile,
} from "@shifan/db";
import { mayEver, type Policy } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { noException, organizationSubject, relationOfOrganization } from "../organizations/subject.ts";
import { checkTitles, codeOf } from "./check-titles.ts";
import { certificationSubject, nothingAsked, relationOfTitle } from "./subject.ts";

type Entering = { services: ProcedureServices; transaction: Database; actor: Person; policy: Policy; at: Date };

/**
 * Enters titles that exist already, from papers, each with the checks of its years and how it ended (Art. 14). One that is wrong refuses all:
 * an import is checked as a whole. Each bears on nothing until a second officer has confirmed it.
 *
 * @param placed puts the faults to where the person finds them, such as the cells of a workbook
 */
export async function importTitles(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  titles: readonly ImportedTitle[],
  placed: (errors: InputErrors) => InputErrors = (errors) => errors,
): Promise<CreationOutcome<{ id: string; ids: string[] }>> {
  const { clock } = services;
  const today = clock.today();
  const policy = await policyInForce(services, today);
  const entering: Entering = { services, transaction, actor, policy, at: clock.now() };
  if (!mayEver(actor, "certifications", "import")) return refuseImport(entering);
  const errors = await checkTitles(transaction, titles, { policy, today });
  if (errors.length > 0) return invalid(...placed(errors));
  const ids: string[] = [];
  for (const title of titles) {
    const entered = await importTitle(entering, title, today);
    if (entered.kind !== "accepted") return entered;
    ids.push(entered.result.id);
  }
  return { kind: "accepted", result: { id: ids.join(","), ids }, revision: 1 };
}

/** Who may not import is told so, whatever was sent; the trail has it. */
function refuseImport({ services, transaction, actor, policy, at }: Entering): Promise<CreationOutcome<never>> {
  const relation = relationOfTitle({ organizationId: "", district: "", confirmedBy: null });
  return performCreationIn(
    transaction,
    certificationSubject(services),
    { actor, act: "import", relation, policy, at },
    {
      context: async () => nothingAsked,
      write: async () => {
        throw new Error("an import without the right to it was let through");
      },
    },
  );
}

function importTitle(
  entering: Entering,
  title: ImportedTitle,
  today: string,
): Promise<CreationOutcome<CertificationFile>> {
  const { services, transaction, actor, policy, at } = entering;
  const { uscc: _uscc, organizationName: _name, checks, ...kept } = title;
  return performCreationIn(
    transaction,
    certificationSubject(services),
    {
      actor,
      act: "import",
      relation: relationOfTitle({ organizationId: "", district: title.district, confirmedBy: null }),
      policy,
      at,
      ground: title.source,
    },
    {
      context: async () => nothingAsked,
      // The organization is entered here, so that nothing comes on record with an import that is refused.
      write: async (inside) => {
        const uscc = codeOf(title);
        const known = await findOrganizationByUscc(inside, uscc);
        const organizationId = known?.id ?? (await enter(entering, { ...title, uscc }, today));
        const row = await insertCertification(
          inside,
          {
            ...kept,
            id: randomUUID(),
            organizationId,
            applicationId: null,
            roundId: null,
            importedBy: actor.userId,
            confirmedBy: null,
            createdAt: at,
          },
          checks,
        );
        return { row, result: row, fields: [...Object.keys(kept), "checks"] };
      },
    },
  );
}

/** Puts the organization of a title on record that has had nothing to do with the product yet. */
async function enter(
  { services, transaction, actor, policy, at }: Entering,
  { uscc, organizationName, district, validFrom, source }: ImportedTitle,
  today: string,
): Promise<string> {
  const id = randomUUID();
  await performCreationIn(
    transaction,
    organizationSubject(services),
    { actor, act: "create", relation: relationOfOrganization({ id, district }), policy, at, ground: source },
    {
      context: async () => noException,
      write: async (inside) => {
        const names = { name: organizationName, nameSource: source, fromOn: validFrom < today ? validFrom : today };
        const organization = await insertOrganization(inside, { id, uscc, district, ...names, at });
        return { row: await readOrganizationFile(inside, organization), result: id, fields: ["uscc", "names"] };
      },
    },
  );
  return id;
}
