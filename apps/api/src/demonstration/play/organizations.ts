import type { Organization } from "../cast.ts";
import { type Stage, upload } from "./stage.ts";

type Mandate = { id: string; state: string; isOwn: boolean };

/** Registers an organization and has its mandate confirmed; what is done already is left. @returns its id */
export async function registerOrganization(stage: Stage, organization: Organization): Promise<string> {
  const applicant = await stage.person(organization.mailbox);
  const { uscc, name, district, contact, index, registeredOn } = organization;
  const registered = await applicant.make<{ organizationId: string }>(
    "/api/v1/organizations",
    {
      uscc,
      name,
      district,
      nameFromOn: registeredOn,
      holder: { name: contact, phone: `1380371${String(1_000 + index)}` },
    },
    `organization-${uscc}`,
  );
  await takeMandate(stage, organization, registered.organizationId);
  return registered.organizationId;
}

/** Whoever acts for an organization hands in its papers, and the district confirms; what is done already is left. */
export async function takeMandate(
  stage: Stage,
  { mailbox, district }: Pick<Organization, "mailbox" | "district">,
  organizationId: string,
): Promise<void> {
  const applicant = await stage.person(mailbox);
  const path = `/api/v1/organizations/${organizationId}`;
  const { body } = await applicant.read<{ mandates: Mandate[] }>(path);
  const mandate = body.mandates.find(({ isOwn }) => isOwn);
  if (mandate?.state === "claimed") {
    const papers = { purpose: "mandate", target: mandate.id };
    const licenceFileId = await upload(applicant, {
      ...papers,
      name: "营业执照.pdf",
      bytes: await stage.paper("营业执照"),
    });
    const authorizationFileId = await upload(applicant, {
      ...papers,
      name: "授权书.pdf",
      bytes: await stage.paper("授权书"),
    });
    await applicant.act(path, "attach-papers", { mandateId: mandate.id, licenceFileId, authorizationFileId });
    await (await stage.officerOf(district)).act(path, "confirm-mandate", { mandateId: mandate.id });
  }
}
