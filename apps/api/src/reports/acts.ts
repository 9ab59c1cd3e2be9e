import type { EditReport } from "@shifan/contract";
import {
  type Database,
  findFile,
  findReportOfFile,
  lockCertification,
  type ReportFile,
  type ReportRow,
  replaceReportFiles,
  updateReport,
} from "@shifan/db";
import { type FormValues, type Policy, readReport } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { fulfilObligation } from "../obligations/consequences.ts";
import { oweReportAgain } from "../obligations/sent-back.ts";
import { contextOfReport, reportSubject } from "./subject.ts";

type Outcome = Promise<ActOutcome<ReportFile>>;
type Changes = Parameters<typeof updateReport>[2];

/** One act on a report: what it changes, and what follows for what was owed. */
type ReportAct = {
  readonly act: string;
  readonly ground?: string;
  check?(transaction: Database, report: ReportFile, policy: Policy): Promise<InputErrors>;
  changes(report: ReportFile, policy: Policy, transaction: Database): Changes | Promise<Changes>;
  /** Before the record is written, in the same transaction. */
  before?(transaction: Database, report: ReportFile): Promise<readonly string[]>;
  /** What follows in the same transaction, once the report is written. */
  follow?(transaction: Database, report: ReportFile): Promise<void>;
};

function actOn(
  services: ProcedureServices,
  transaction: Database,
  on: On,
  { act, ground, check, changes, before, follow }: ReportAct,
): Outcome {
  const { clock } = services;
  return performActIn(
    transaction,
    reportSubject(services),
    { ...on, act, ground: ground ?? null, at: clock.now() },
    {
      check: async (inside, report, policy) => (await check?.(inside, report, policy)) ?? [],
      context: async (_, report, policy) =>
        contextOfReport(policy, report, { today: clock.today(), hasReasons: (ground ?? "") !== "" }),
      write: async (inside, report, decided) => {
        const more = (await before?.(inside, report)) ?? [];
        const changed = await changes(report, decided.policy, inside);
        const row = await updateReport(inside, report.id, { state: decided.to, changedAt: decided.at, ...changed });
        await follow?.(inside, row);
        return { row, result: row, fields: ["state", ...Object.keys(changed), ...more] };
      },
    },
  );
}

const inTransaction = (services: ProcedureServices, on: On, act: ReportAct): Outcome =>
  services.database.transaction((transaction) => actOn(services, transaction, on, act));

/** Attachments are handed in for this very report, by whoever may work on it. */
async function checkFiles(transaction: Database, reportId: string, fileIds: readonly string[]): Promise<InputErrors> {
  const errors: InputErrors[number][] = [];
  for (const [at, id] of fileIds.entries()) {
    const path = `/fileIds/${at}`;
    const file = await findFile(transaction, id);
    const isOwn = file?.purpose === "report" && file.target === reportId;
    const holder = await findReportOfFile(transaction, id);
    if (!isOwn) errors.push({ path, code: "unknown_file", message: "没有这个附件，请先上传到这份总结" });
    else if (fileIds.indexOf(id) !== at || (holder !== null && holder.id !== reportId)) {
      errors.push({ path, code: "repeated", message: "这个附件已经用过" });
    }
  }
  return errors;
}

/** Writes the content of a draft, its attachments, or both; each as a whole. */
export function editReport(services: ProcedureServices, on: On, { values, fileIds }: EditReport): Outcome {
  const read = (policy: Policy) => (values === undefined ? null : readReport(policy, values, "/values"));
  return inTransaction(services, on, {
    act: "edit",
    check: async (transaction, report, policy) => {
      const reading = read(policy);
      return [
        ...(reading === null || reading.ok ? [] : reading.errors),
        ...(fileIds === undefined ? [] : await checkFiles(transaction, report.id, fileIds)),
      ];
    },
    before: async (transaction, { id }) => {
      if (fileIds === undefined) return [];
      await replaceReportFiles(transaction, id, fileIds);
      return ["fileIds"];
    },
    changes: (_, policy): { content?: FormValues } => {
      const reading = read(policy);
      return reading?.ok ? { content: reading.values } : {};
    },
  });
}

/** What a report does that was owed. */
const owedBy = ({ kind, certificationId, period }: ReportRow) => ({ kind, subject: certificationId, period });

/** Hands a report in to the district: what was owed is done. */
export function submitReport(services: ProcedureServices, on: On): Outcome {
  const submittedOn = services.clock.today();
  return inTransaction(services, on, {
    act: "submit",
    changes: async ({ certificationId, district }, _, transaction) => {
      // A draft may be older than a correction of where its title lies, or meet one at this moment.
      const title = await lockCertification(transaction, certificationId);
      const moved = title === null || title.district === district ? {} : { district: title.district };
      return { submittedOn, returnedReason: null, ...moved };
    },
    follow: (transaction, report) =>
      fulfilObligation(services, transaction, {
        ...owedBy(report),
        doneBy: report.id,
        doneOn: submittedOn,
        actor: on.actor,
      }),
  });
}

/** Sends a report back to its platform with reasons: it is owed again, unless its title is over. */
export function returnReport(services: ProcedureServices, on: On, reason: string): Outcome {
  return inTransaction(services, on, {
    act: "return",
    ground: reason,
    changes: () => ({ returnedReason: reason }),
    follow: (transaction, report) =>
      oweReportAgain(services, transaction, { ...owedBy(report), actor: on.actor, ground: reason }),
  });
}

/** Passes a report on to the city by itself, such as one that came after the package was sent. */
export function forwardReport(services: ProcedureServices, on: On): Outcome {
  return services.database.transaction((transaction) => forwardReportIn(services, transaction, on, null));
}

/** The same in the transaction of the sending of a package, and with it. */
export function forwardReportIn(
  services: ProcedureServices,
  transaction: Database,
  on: On,
  packageId: ReportRow["packageId"],
): Outcome {
  const forwardedOn = services.clock.today();
  return actOn(services, transaction, on, { act: "forward", changes: () => ({ forwardedOn, packageId }) });
}

/** The city has a report. */
export function receiveReport(services: ProcedureServices, on: On): Outcome {
  return services.database.transaction((transaction) => receiveReportIn(services, transaction, on));
}

/** The same in the transaction in which its package is received. */
export function receiveReportIn(services: ProcedureServices, transaction: Database, on: On): Outcome {
  const receivedOn = services.clock.today();
  return actOn(services, transaction, on, { act: "receive", changes: () => ({ receivedOn }) });
}
