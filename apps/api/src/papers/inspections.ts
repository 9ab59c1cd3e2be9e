import { titleCheckKindLabels, titleCheckResultLabels } from "@shifan/contract";
import { findOrganizationName, type InspectionListRow } from "@shifan/db";
import {
  articleOfAct,
  type HearingFinding,
  itemsOfKind,
  type Policy,
  type PolicyDocument,
  resultsOfAppraisals,
  spellPeriod,
  type TitleCheckResult,
  titleCheckResults,
} from "@shifan/rules";
import type { PrintedDocument } from "../documents/description/description.ts";
import { appraisalInvitation } from "../documents/inspections/appraisal-invitation.ts";
import { checkLetter } from "../documents/inspections/check-letter.ts";
import { checklistForm } from "../documents/inspections/checklist-form.ts";
import { findingLetter } from "../documents/inspections/finding-letter.ts";
import { inspectionReport } from "../documents/inspections/inspection-report.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { findingOf, policyOfInspection, resourceOfKind, toldResultOf } from "../inspections/subject.ts";
import { describeChecklist } from "../inspections/view.ts";
import { meaningOfCheck, meaningOfFinding } from "./check-meaning.ts";
import { districtOffice } from "./letters.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** The papers of a look: the form to fill in, the announcement of an appraisal, the letters on what was not passed and on what a hearing found, the report. */
export const inspectionPapers = ["checklist", "invitation", "letter", "finding", "report"] as const;
export type InspectionPaper = (typeof inspectionPapers)[number];

export const inspectionPaperTitles: Readonly<Record<InspectionPaper, string>> = {
  checklist: "检查表",
  invitation: "考核通知书",
  letter: "结果通知书",
  finding: "认定通知书",
  report: "检查记录",
};

/** How a check went, as the first letter on it tells it: what is still to be heard is not found yet. */
const toldWords: Readonly<Record<TitleCheckResult, string>> = {
  passed: `结论是：${titleCheckResultLabels.passed}`,
  failed: `结论是：${titleCheckResultLabels.failed}`,
  absent: "贵单位没有参加",
  falsified: "发现考核材料与事实不符，是否属于弄虚作假，听取贵单位说明以后认定",
};

const findingLabels: Readonly<Record<HearingFinding, string>> = {
  accepted: "没有参加的理由成立",
  without_reason: "没有参加，属于无故",
  falsified: "弄虚作假成立",
  not_falsified: "弄虚作假不成立",
};

/** A paper of a look; null where it is not there: nothing was announced, nothing was recorded, nothing was found wanting. */
export async function describeInspectionPaper(
  services: PaperServices,
  row: InspectionListRow,
  paper: InspectionPaper,
): Promise<PrintedDocument | null> {
  const policy = await policyOfInspection(services, row.policyVersion);
  const day = row.carriedOutOn ?? row.notifiedOn ?? row.plannedOn;
  const organization = await findOrganizationName(services.database, row.organizationId, day);
  const about = {
    programme: programmeName(policy.document),
    kind: titleCheckKindLabels[row.kind],
    organization,
    platform: row.platformName,
    office: row.kind === "periodic_inspection" ? districtOffice(policy, row.district) : policy.document.issuer,
    article: articleOfAct(policy.document, resourceOfKind(row.kind), "record"),
  };
  const content = contentOf(row, policy, about, paper);
  if (content === null) return null;
  return content.print(stampedOptions(services, content.shown, row.revision));
}

type About = Readonly<Record<"programme" | "kind" | "organization" | "platform" | "office" | "article", string>>;
type Printable = {
  readonly shown: object;
  print(options: Parameters<typeof checkLetter>[1]): PrintedDocument;
};

function printable<Shown extends object>(
  describe: (shown: Shown, options: Parameters<typeof checkLetter>[1]) => PrintedDocument,
  shown: Shown,
): Printable {
  return { shown, print: (options) => describe(shown, options) };
}

function contentOf(row: InspectionListRow, policy: Policy, about: About, paper: InspectionPaper): Printable | null {
  const { document } = policy;
  switch (paper) {
    case "checklist":
      return printable(checklistForm, { ...about, ...formOf(row, document) });
    case "invitation": {
      const { noticeText: content, notifiedOn, takesPlaceOn } = row;
      if (content === null || notifiedOn === null || takesPlaceOn === null) return null;
      return printable(appraisalInvitation, { ...about, content, notifiedOn, takesPlaceOn });
    }
    case "letter": {
      const { carriedOutOn, recordedOn, answerUntil } = row;
      const told = toldResultOf(row);
      if (carriedOutOn === null || recordedOn === null || answerUntil === null || told === null) return null;
      return printable(checkLetter, {
        ...about,
        told: toldWords[told],
        carriedOutOn,
        recordedOn,
        answerUntil,
        findings: row.findings ?? "",
        meaning: meaningOfCheck(document, { ...row, result: told }),
        articles: { act: about.article, answer: articleOfAct(document, "sanctions", "state-case") },
      });
    }
    case "finding": {
      const { hearing, foundOn, findingAnswerUntil, takesPlaceOn } = row;
      const finding = findingOf(row);
      if (finding === null || hearing === null || foundOn === null || takesPlaceOn === null) return null;
      const result = finding === "not_falsified" && row.result !== null ? row.result : null;
      return printable(findingLetter, {
        ...about,
        takesPlaceOn,
        finding: findingLabels[finding],
        result: result === null ? "" : titleCheckResultLabels[result],
        hearing,
        foundOn,
        answerUntil: findingAnswerUntil,
        meaning: meaningOfFinding(document, finding, { ...row, result }),
        articles: { act: about.article, answer: articleOfAct(document, "sanctions", "state-case") },
      });
    }
    case "report":
      return reportOf(row, policy, about);
  }
}

function formOf({ kind }: InspectionListRow, { supervision: { checklist } }: PolicyDocument) {
  const results = titleCheckResults.filter((result) => kind === "appraisal" || !resultsOfAppraisals.includes(result));
  return {
    ratings: checklist.ratings.map(({ label }) => label),
    results: results.map((result) => titleCheckResultLabels[result]),
    items: itemsOfKind(checklist, kind).map(({ subject, title, how, article }) => ({
      subject: checklist.subjects.find(({ id }) => id === subject)?.title ?? "",
      title,
      how,
      article,
    })),
  };
}

function reportOf(row: InspectionListRow, policy: Policy, about: About): Printable | null {
  const { carriedOutOn, result, answer, answeredOn, answerUntil, hearing, heardOn, rectifyUntil } = row;
  if (carriedOutOn === null || result === null) return null;
  const { checkedAgain, checkedAgainOn, isRectified } = row;
  const finding = findingOf(row);
  return printable(inspectionReport, {
    ...about,
    carriedOutOn,
    period: spellPeriod(row.period),
    inspectors: row.inspectors ?? "",
    result:
      result === "falsified" && finding === null
        ? "考核材料与事实不符，是否属于弄虚作假还没有认定"
        : titleCheckResultLabels[result],
    findings: row.findings ?? "",
    items: describeChecklist(row, policy).flatMap(({ ratingName, ...item }) =>
      ratingName === null ? [] : [{ ...item, rating: ratingName }],
    ),
    answer: answer === null || answeredOn === null ? null : { text: answer, on: answeredOn },
    answerUntil,
    hearing:
      hearing === null || heardOn === null || finding === null
        ? null
        : { text: hearing, on: heardOn, finding: findingLabels[finding] },
    rectification:
      rectifyUntil === null
        ? null
        : {
            until: rectifyUntil,
            checkedAgain:
              checkedAgain === null || checkedAgainOn === null || isRectified === null
                ? null
                : { text: checkedAgain, on: checkedAgainOn, isRectified },
          },
    closedOn: row.closedOn,
    signed: signedWords(row),
    files: row.fileIds.length,
  });
}

/** Who signed on the spot; why the unit did not. */
function signedWords({ signatures }: InspectionListRow): string {
  if (signatures === null) return "";
  return signatures.unsignedReason === null
    ? "检查人员、单位陪同人员在平板上签字，存在系统里。"
    : `检查人员在平板上签字，存在系统里；单位没有签字：${signatures.unsignedReason}`;
}
