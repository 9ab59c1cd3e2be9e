import type { ImportedTitle } from "@shifan/contract";
import { type Database, findOrganizationByUscc, listCertificationsLike } from "@shifan/db";
import { articleOfAct, type Policy, parseDate, resultsOfAppraisals } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { checkDay, checkDistrict, readUscc } from "../organizations/input.ts";

/*
 * What of the titles of an import cannot stand, whether they came as JSON or in a workbook. Paths begin at the list of titles.
 */

type TitleCheck = ImportedTitle["checks"][number];
type Faults = InputErrors[number][];
/** By which version, on which day. */
type Known = { readonly policy: Policy; readonly today: string };

const fault = (path: string, code: string, message: string) => ({ path, code, message });

/** The code as it is kept; as it was written where it is none. */
export function codeOf({ uscc }: Pick<ImportedTitle, "uscc">): string {
  const read = readUscc(uscc);
  return "uscc" in read ? read.uscc : uscc;
}

function checkEnd(title: Dated, path: string, today: string): Faults {
  const { state, validFrom, endedOn, endServedOn } = title;
  if (state === "valid") {
    const names = ["endedOn", "endServedOn", "endDocumentNumber", "endSource"] as const;
    return names.flatMap((name) =>
      title[name] === null
        ? []
        : [fault(`${path}/${name}`, "not_allowed", "有效的资格没有取消或撤销的日期、文号和依据，请留空或改现状")],
    );
  }
  if (endedOn === null) return [fault(`${path}/endedOn`, "required", "取消或撤销的，要写决定日期")];
  return [
    ...checkDay(endedOn, `${path}/endedOn`, today),
    ...(endedOn < validFrom ? [fault(`${path}/endedOn`, "order", "决定日期不能早于有效期第一天")] : []),
    ...(endServedOn === null ? [] : checkDay(endServedOn, `${path}/endServedOn`, today)),
    ...(endServedOn !== null && endServedOn < endedOn
      ? [fault(`${path}/endServedOn`, "order", "送达日期不能早于决定日期")]
      : []),
  ];
}

/** The last day on which a title could be looked at: its own, or that of the decision that ended it. */
const lastDayOf = ({ validTo, endedOn }: Dated) => (endedOn !== null && endedOn < validTo ? endedOn : validTo);

function checkPastCheck({ kind, result, checkedOn }: TitleCheck, title: Dated, path: string, known: Known) {
  const { policy, today } = known;
  const article = articleOfAct(policy.document, "city_checks", "hear");
  return [
    ...checkDay(checkedOn, `${path}/checkedOn`, today),
    ...(checkedOn < title.validFrom ? [fault(`${path}/checkedOn`, "order", "检查日期不能早于有效期第一天")] : []),
    ...(checkedOn > lastDayOf(title) ? [fault(`${path}/checkedOn`, "order", "检查日期不能晚于资格的最后一天")] : []),
    ...(kind !== "appraisal" && resultsOfAppraisals.includes(result)
      ? [
          fault(
            `${path}/result`,
            "not_allowed",
            `无故不参加和弄虚作假只用于考核（${article}）；检查和抽查写合格或不合格`,
          ),
        ]
      : []),
  ];
}

/** What of a title the days decide: its own, that of its end, those of its checks. */
type Dated = Pick<
  ImportedTitle,
  "state" | "validFrom" | "validTo" | "endedOn" | "endServedOn" | "endDocumentNumber" | "endSource"
> & { readonly checks: readonly TitleCheck[] };

/** What of the days of a title cannot stand, entered or corrected. */
export function checkDaysOfTitle(title: Dated, path: string, known: Known): Faults {
  const noDay = (["validFrom", "validTo"] as const).flatMap((name) =>
    parseDate(title[name]) === undefined
      ? [fault(`${path}/${name}`, "no_such_day", "没有这一天，请再核对一下日期")]
      : [],
  );
  return [
    ...noDay,
    ...(title.validTo <= title.validFrom ? [fault(`${path}/validTo`, "order", "有效期最后一天应晚于第一天")] : []),
    ...checkEnd(title, path, known.today),
    ...title.checks.flatMap((each, at) => checkPastCheck(each, title, `${path}/checks/${at}`, known)),
  ];
}

function checkTitle(title: ImportedTitle, path: string, known: Known): Faults {
  const code = readUscc(title.uscc);
  return [
    ...("errors" in code ? code.errors.map((error) => ({ ...error, path: `${path}/uscc` })) : []),
    ...checkDistrict(known.policy, title.district).map((error) => ({ ...error, path: `${path}/district` })),
    ...checkDaysOfTitle(title, path, known),
  ];
}

/** What names one title: the same document, operator and platform. */
const nameOf = (
  code: string,
  { documentNumber, platformName }: Pick<ImportedTitle, "documentNumber" | "platformName">,
) => JSON.stringify([code, documentNumber, platformName]);

/** Titles that are on record already, or stand in the import twice. */
async function checkTwice(transaction: Database, titles: readonly ImportedTitle[]): Promise<Faults> {
  const codes = new Map<string, string>();
  for (const code of new Set(titles.map(codeOf))) {
    const organization = await findOrganizationByUscc(transaction, code);
    if (organization !== null) codes.set(organization.id, code);
  }
  const known = await listCertificationsLike(transaction, {
    organizationIds: [...codes.keys()],
    certificateNumbers: titles.flatMap(({ certificateNumber }) => certificateNumber ?? []),
  });
  const names = new Set(known.map((title) => nameOf(codes.get(title.organizationId) ?? "", title)));
  const numbers = new Set(known.map(({ certificateNumber }) => certificateNumber));
  return titles.flatMap((title, at) => {
    const name = nameOf(codeOf(title), title);
    const { certificateNumber: number } = title;
    const errors = [
      ...(names.has(name)
        ? [
            fault(
              `/titles/${at}/documentNumber`,
              "on_record",
              "这个单位这份文件认定的这个平台已经录过，或在这次里写了两遍",
            ),
          ]
        : []),
      ...(number !== null && numbers.has(number)
        ? [fault(`/titles/${at}/certificateNumber`, "on_record", "这个证书编号已经录过，或在这次里写了两遍")]
        : []),
    ];
    names.add(name);
    if (number !== null) numbers.add(number);
    return errors;
  });
}

/** Everything of an import that cannot stand, each with its place; empty when all of it can. */
export async function checkTitles(
  transaction: Database,
  titles: readonly ImportedTitle[],
  known: Known,
): Promise<InputErrors> {
  return [
    ...titles.flatMap((title, at) => checkTitle(title, `/titles/${at}`, known)),
    ...(await checkTwice(transaction, titles)),
  ];
}
