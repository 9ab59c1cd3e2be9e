import {
  type CertificationFile,
  countOpenWork,
  type Database,
  findLiveSanction,
  listCertificationsLike,
  type TitleCorrection,
} from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { checkDistrict } from "../organizations/input.ts";
import { checkDaysOfTitle } from "./check-titles.ts";

type Changes = TitleCorrection["changes"];

const ofItsEnd = ["endedOn", "endServedOn", "endDocumentNumber", "endSource"] as const;

/** What of a correction cannot stand, by the rules of an import: the title as it would be, beside all others. */
export async function checkCorrection(
  transaction: Database,
  title: CertificationFile,
  changes: Changes,
  known: { readonly policy: Policy; readonly today: string },
): Promise<InputErrors> {
  if (Object.keys(changes).length === 0) {
    return [{ path: "", code: "nothing_changed", message: "没有写要更正的内容，各项都和现在的一样" }];
  }
  const corrected = { ...title, ...changes } as CertificationFile;
  return [
    ...checkDaysOfTitle(corrected, "", known),
    ...(await checkOtherDistrict(transaction, title, changes, known.policy)),
    ...(await checkEndOnPaper(transaction, title, changes)),
    ...(await checkOnce(transaction, title, corrected)),
  ];
}

/** How a title was ended by a sanction stands in that: a wrong one is withdrawn (第十三条、第十四条), not corrected here. */
async function checkEndOnPaper(
  transaction: Database,
  { id }: CertificationFile,
  changes: Changes,
): Promise<InputErrors> {
  const wrong = ofItsEnd.filter((field) => changes[field] !== undefined);
  if (wrong.length === 0 || (await findLiveSanction(transaction, id)) === null) return [];
  const message = "这项资格是在本系统决定取消或撤销的；决定有误的，撤回决定，不能在这里更正";
  return wrong.map((field) => ({ path: `/${field}`, code: "not_allowed", message }));
}

/** What one district has in hand another cannot end: it is ended first. */
async function checkOtherDistrict(
  transaction: Database,
  { id }: CertificationFile,
  { district }: Changes,
  policy: Policy,
): Promise<InputErrors> {
  if (district === undefined || district === null) return [];
  const errors = checkDistrict(policy, district);
  if (errors.length > 0) return errors;
  const { checks, reports } = await countOpenWork(transaction, id);
  const open = [
    ...(checks === 0 ? [] : [`检查、抽查、考核${checks}件`]),
    ...(reports === 0 ? [] : [`已报送的工作总结${reports}份`]),
  ];
  if (open.length === 0) return [];
  const message = `还有没办结的${open.join("、")}；先办结、取消或退回，再更正推荐部门`;
  return [{ path: "/district", code: "work_open", message }];
}

/** Whether another title has the same document, operator and platform, or the same number. */
async function checkOnce(
  transaction: Database,
  { id }: CertificationFile,
  { organizationId, documentNumber, platformName, certificateNumber }: CertificationFile,
): Promise<InputErrors> {
  const like = await listCertificationsLike(transaction, {
    organizationIds: [organizationId],
    certificateNumbers: certificateNumber === null ? [] : [certificateNumber],
  });
  const others = like.filter((each) => each.id !== id);
  const isSame = (each: (typeof others)[number]) =>
    each.organizationId === organizationId &&
    each.documentNumber === documentNumber &&
    each.platformName === platformName;
  const message = "这个单位这份文件认定的这个平台另有一项资格";
  return [
    ...(others.some(isSame) ? [{ path: "/documentNumber", code: "on_record", message }] : []),
    ...(certificateNumber !== null && others.some((each) => each.certificateNumber === certificateNumber)
      ? [{ path: "/certificateNumber", code: "on_record", message: "这个证书编号另有一项资格" }]
      : []),
  ];
}
