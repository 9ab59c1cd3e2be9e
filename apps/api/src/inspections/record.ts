import type { RecordInspection } from "@shifan/contract";
import { type CertificationRow, type Database, type InspectionFile, lockCertification } from "@shifan/db";
import {
  type Actor,
  type ChecklistAnswers,
  daysAfter,
  halfOf,
  itemsOfKind,
  lifecycleFigure,
  openItemsOf,
  type Policy,
} from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { fulfilObligation } from "../obligations/consequences.ts";
import { actOnInspection } from "./act.ts";

import { checkBetween } from "./days.ts";
import { checkSignatures } from "./signatures.ts";
import { titleOf } from "./subject.ts";

/**
 * Records a look at a title: the checklist, what was found, the result. Whatever was not passed is told to the unit by letter, which it may answer
 * until a day. It counts for the half in which it took place.
 */
export function recordInspection(
  services: ProcedureServices,
  on: On,
  body: RecordInspection,
): Promise<ActOutcome<InspectionFile>> {
  const today = services.clock.today();
  const { carriedOutOn, inspectors, findings, result, rectifyUntil, fileIds, signatures } = body;
  const answers: ChecklistAnswers = new Map(
    body.checklist.map(({ item, rating, remark }) => [item, { rating, remark }]),
  );
  return actOnInspection(services, on, {
    act: "record",
    fileIds,
    check: async (inspection, policy, transaction) => [
      ...(await checkDayOfCheck(transaction, inspection, carriedOutOn, today)),
      ...checkAnswers(body, inspection, policy),
      ...(result !== "passed" && findings === ""
        ? [{ path: "/findings", code: "required", message: "不是合格的，请写明检查发现" }]
        : []),
      ...checkRectification(body, policy),
      ...(await checkSignatures(transaction, body)),
    ],
    brings: ({ kind }, { document }) => ({
      result,
      openItems: openItemsOf(document.supervision.checklist, kind, answers).map(({ title }) => title),
    }),
    changes: (_, { version, document }) => ({
      carriedOutOn,
      recordedOn: today,
      period: halfOf(carriedOutOn),
      inspectors,
      policyVersion: version,
      checklist: Object.fromEntries(answers),
      findings: findings === "" ? null : findings,
      result,
      rectifyUntil,
      signatures,
      answerUntil: result === "passed" ? null : daysAfter(today, lifecycleFigure(document, "check_answer_days")),
    }),
    follow: async (transaction, inspection) => fulfilByRecord(services, transaction, on.actor, inspection),
  });
}

/**
 * What is owed is done by going there, on the day on which somebody did: the half's inspection by the district, whatever it found, and the attendance
 * of an appraisal by the unit.
 */
async function fulfilByRecord(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { id, kind, certificationId: subject, period, carriedOutOn, result }: InspectionFile,
): Promise<void> {
  if (carriedOutOn === null) return;
  const done = { doneBy: id, doneOn: carriedOutOn, actor };
  if (kind === "appraisal" && result !== "absent") {
    await fulfilObligation(services, transaction, { kind, subject, period: id, ...done });
  }
  if (kind === "periodic_inspection") {
    // Against the planning at the same moment: whoever is second finds what the first has done.
    await lockCertification(transaction, subject);
    await fulfilObligation(services, transaction, { kind, subject, period, ...done });
  }
}

/** It took place while the title stood, not before an appraisal was announced for, and is not still to come. */
async function checkDayOfCheck(
  transaction: Database,
  { certificationId, takesPlaceOn }: InspectionFile,
  day: string,
  today: string,
): Promise<InputErrors> {
  const title = await titleOf(transaction, certificationId);
  const earliest = takesPlaceOn !== null && takesPlaceOn > title.validFrom ? takesPlaceOn : title.validFrom;
  return checkBetween(day, "/carriedOutOn", { earliest, latest: earlierOf(today, lastDayOf(title)) });
}

const earlierOf = (left: string, right: string) => (left < right ? left : right);
const lastDayOf = ({ validTo, endedOn }: CertificationRow) => endedOn ?? validTo;

function checkAnswers(
  { checklist }: RecordInspection,
  { kind }: InspectionFile,
  { document: { supervision } }: Policy,
): InputErrors {
  const items = new Set(itemsOfKind(supervision.checklist, kind).map(({ id }) => id));
  const ratings = new Set(supervision.checklist.ratings.map(({ id }) => id));
  return checklist.flatMap(({ item, rating }, at) => [
    ...(items.has(item) ? [] : [{ path: `/checklist/${at}/item`, code: "not_allowed", message: "没有这个检查项目" }]),
    ...(checklist.findIndex((each) => each.item === item) === at
      ? []
      : [{ path: `/checklist/${at}/item`, code: "repeated", message: "这个检查项目填了两遍" }]),
    ...(ratings.has(rating)
      ? []
      : [{ path: `/checklist/${at}/rating`, code: "not_allowed", message: `只能是：${[...ratings].join("、")}` }]),
  ]);
}

function checkRectification(
  { rectifyUntil, carriedOutOn, result }: RecordInspection,
  { document }: Policy,
): InputErrors {
  if (rectifyUntil === null) return [];
  const path = "/rectifyUntil";
  if (result === "absent") return [{ path, code: "not_allowed", message: "没有参加的，没有要整改的内容" }];
  const latest = daysAfter(carriedOutOn, lifecycleFigure(document, "rectification_days_most"));
  return checkBetween(rectifyUntil, path, { earliest: carriedOutOn, latest });
}
