import type { Session } from "./browser-session.ts";
import { act, make, read } from "./procedure.ts";
import { upload } from "./uploads.ts";

/** A unit that the demonstration's platform account acts for once it has its mandate. */
export const unit = { uscc: "91410100MA9K12344B", name: "郑州某某企业服务有限公司", district: "410105" };

const failed = (checkedOn: string) => ({ kind: "spot_check", checkedOn, result: "failed", source: "抽查通报" });

/** How a title of the unit is entered that may be cancelled: two spot checks in a row found it wanting. */
export const failedTwice = {
  documentNumber: "郑工信〔2025〕9号",
  certificateNumber: "ZZSF-2025-007",
  validFrom: "2025-05-01",
  validTo: "2028-05-01",
  checks: [failed("2025-09-01"), failed("2026-03-01")],
};

/**
 * Enters a title of the unit that existed before the product, seen by two officers. Its path.
 *
 * @param own what is entered of it otherwise than by default
 * @throws Error when it is refused
 */
export async function enterTitle(city: Session, secondCity: Session, own: object = {}): Promise<string> {
  const title = {
    uscc: unit.uscc,
    organizationName: unit.name,
    district: unit.district,
    platformName: "郑州某某中小企业服务平台",
    platformType: "specialized",
    documentNumber: "郑工信〔2025〕88号",
    validFrom: "2025-11-20",
    validTo: "2028-11-20",
    state: "valid",
    source: "市工信局档案",
    ...own,
  };
  const imported = await make(city, "/api/v1/certifications/import", { titles: [title] });
  if (imported.status !== 201) throw new Error(`the title is not entered: ${JSON.stringify(imported.body)}`);
  const path = `/api/v1/certifications/${(imported.body as { ids: string[] }).ids[0]}`;
  const confirmed = await act(secondCity, path, "confirm");
  if (confirmed.status !== 200) throw new Error(`the title is not confirmed: ${JSON.stringify(confirmed.body)}`);
  return path;
}

interface Organization {
  readonly mandates: readonly { readonly id: string; readonly isOwn: boolean }[];
}

/** Somebody comes to act for the unit: claims it, hands in the papers, and is confirmed by the district. @throws Error when they are not */
export async function takeMandate(claimant: Session, district: Session): Promise<void> {
  const holder = { name: "李雷", phone: "0371-67886827" };
  const claimed = await make(claimant, `/api/v1/organizations/${unit.uscc}/claim`, { holder });
  const path = `/api/v1/organizations/${(claimed.body as { organizationId: string }).organizationId}`;
  const { body } = await read<Organization>(claimant, path);
  const mandateId = body.mandates.find(({ isOwn }) => isOwn)?.id ?? "";
  const licenceFileId = await upload(claimant, "mandate", mandateId);
  const authorizationFileId = await upload(claimant, "mandate", mandateId);
  await act(claimant, path, "attach-papers", { mandateId, licenceFileId, authorizationFileId });
  const confirmed = await act(district, path, "confirm-mandate", { mandateId });
  if (confirmed.status !== 200) throw new Error(`the mandate is not confirmed: ${JSON.stringify(confirmed.body)}`);
}

interface Check {
  readonly checklist: readonly { readonly item: string }[];
  readonly ratings: readonly { readonly id: string; readonly needsRemark: boolean }[];
}

/** A record of a planned check: every item that it asks for with the first rating that needs no remark. */
export async function recordOf(officer: Session, path: string, carriedOutOn: string, own: object): Promise<object> {
  const { checklist, ratings } = (await read<Check>(officer, path)).body;
  const rating = ratings.find(({ needsRemark }) => !needsRemark)?.id;
  const answers = checklist.map(({ item }) => ({ item, rating }));
  return { carriedOutOn, inspectors: "张三、李四", checklist: answers, result: "passed", ...own };
}

/** Plans a check of a title. Its path. @throws Error when it is refused */
export async function planCheck(officer: Session, kind: string, titlePath: string, plannedOn: string): Promise<string> {
  const certificationId = titlePath.split("/").at(-1);
  const made = await make(officer, "/api/v1/inspections", { kind, certificationId, plannedOn });
  if (made.status !== 201) throw new Error(`the check is not planned: ${JSON.stringify(made.body)}`);
  return `/api/v1/inspections/${(made.body as { id: string }).id}`;
}
