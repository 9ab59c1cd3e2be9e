import type { AdmitObjection } from "@shifan/contract";
import { type ObjectionFile, openMap, type PersonalKeys } from "@shifan/db";
import { formatDate, lifecycleFigure, parseDate, spellDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkNamesNobody } from "../receipts/names-nobody.ts";
import { actOnObjection } from "./act.ts";
import { holdCase, settleCase } from "./case.ts";

type Outcome = Promise<ActOutcome<ObjectionFile>>;

const daysAfter = (day: string, days: number) => formatDate((parseDate(day) ?? 0) + days);

function checkExtract(keys: PersonalKeys, { objection }: ObjectionFile, text: string, path: string): InputErrors {
  const { name = null, phone = null } = openMap(keys, objection.personal);
  return checkNamesNobody({ name, address: phone }, text, path);
}

function checkUntil(day: string, path: string, earliest: string, latest: string | null): InputErrors {
  if (parseDate(day) === undefined) return [{ path, code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
  if (day < earliest) return [{ path, code: "too_early", message: `不早于${spellDate(earliest)}` }];
  return latest !== null && day > latest ? [{ path, code: "too_late", message: `不晚于${spellDate(latest)}` }] : [];
}

/** Admits an objection: the case is held, and its organization may answer to an extract by a day. */
export function admitObjection(services: ProcedureServices, on: On, { extract, answerUntil }: AdmitObjection): Outcome {
  const today = services.clock.today();
  return actOnObjection(services, on, {
    act: "admit",
    check: (file) => [
      ...checkExtract(services.personalKeys, file, extract, "/extract"),
      ...(answerUntil === undefined ? [] : checkUntil(answerUntil, "/answerUntil", daysAfter(today, 1), null)),
    ],
    changes: (_, { document }) => ({
      extract,
      answerUntil: answerUntil ?? daysAfter(today, lifecycleFigure(document, "objection_answer_days")),
    }),
    follow: (transaction, { objection }) => holdCase(services, transaction, on.actor, objection.applicationId),
  });
}

/** Refuses to admit an objection, with the ground. It is kept as a lead for supervision (第十六条). */
export function refuseObjection(services: ProcedureServices, on: On, ground: string): Outcome {
  const decidedOn = services.clock.today();
  return actOnObjection(services, on, {
    act: "refuse",
    hasReasons: ground !== "",
    changes: () => ({ outcome: "inadmissible", finding: ground, decidedOn }),
    follow: (transaction, { objection }) => settleCase(services, transaction, on.actor, objection.applicationId),
  });
}

/** The organization's answer; until the objection is decided, the last one counts. */
export function answerObjection(services: ProcedureServices, on: On, answer: string): Outcome {
  const answeredOn = services.clock.today();
  return actOnObjection(services, on, { act: "answer", changes: () => ({ answer, answeredOn }) });
}

/** Sets the day by which the city inquires. */
export function inquireObjection(services: ProcedureServices, on: On, until: string): Outcome {
  const today = services.clock.today();
  return actOnObjection(services, on, {
    act: "inquire",
    check: (_, { document }) =>
      checkUntil(until, "/until", today, daysAfter(today, lifecycleFigure(document, "objection_inquiry_days"))),
    changes: () => ({ inquiryUntil: until }),
  });
}

/** Decides on an objection with a finding. The last one that is closed decides on the case. */
export function decideObjection(
  services: ProcedureServices,
  on: On,
  act: "uphold" | "dismiss",
  finding: string,
): Outcome {
  const decidedOn = services.clock.today();
  return actOnObjection(services, on, {
    act,
    hasReasons: finding !== "",
    check: (file) => checkExtract(services.personalKeys, file, finding, "/finding"),
    changes: () => ({ outcome: act === "uphold" ? "upheld" : "dismissed", finding, decidedOn }),
    follow: (transaction, { objection }) => settleCase(services, transaction, on.actor, objection.applicationId),
  });
}

/** The written reply, for whoever holds the receipt number to read and to hold as a letter: neither knows a name. */
export function replyToObjection(services: ProcedureServices, on: On, reply: string): Outcome {
  const repliedOn = services.clock.today();
  return actOnObjection(services, on, {
    act: "reply",
    hasReasons: reply !== "",
    check: (file) => checkExtract(services.personalKeys, file, reply, "/reply"),
    changes: () => ({ reply, repliedOn }),
  });
}
