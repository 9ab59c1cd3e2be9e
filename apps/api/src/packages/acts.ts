import type { EditPackage } from "@shifan/contract";
import { type Database, lockObligationOf, lockPackage, type PackageRow, updatePackage } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { fulfilObligation } from "../obligations/consequences.ts";
import { owePackageAgain } from "../obligations/sent-back.ts";
import { forwardReportIn, receiveReportIn } from "../reports/acts.ts";
import { type Contents, contextOfPackage, readContents } from "./contents.ts";
import { packageSubject } from "./subject.ts";

type Outcome = Promise<ActOutcome<PackageRow>>;
type Changes = Parameters<typeof updatePackage>[2];

/** One act on a package: what it changes, and what follows for the reports in it. */
type PackageAct = {
  readonly act: string;
  readonly ground?: string;
  check?(contents: Contents): InputErrors;
  changes(row: PackageRow, contents: Contents): Changes;
  /** What follows in the same transaction, once the package is written. */
  follow?(transaction: Database, row: PackageRow, contents: Contents): Promise<void>;
};

function actOn(services: ProcedureServices, on: On, { act, ground, check, changes, follow }: PackageAct): Outcome {
  const { clock, database } = services;
  const asked = { today: clock.today(), hasReasons: (ground ?? "") !== "" };
  return database.transaction(async (transaction) => {
    // Read once for the decision and for what follows: of a report that comes in meanwhile neither knows.
    const locked = await lockPackage(transaction, on.id);
    const contents = locked === null ? nothing : await readContents(transaction, locked, { isLocked: true });
    return performActIn(
      transaction,
      packageSubject(services),
      { ...on, act, ground: ground ?? null, at: clock.now() },
      {
        check: async () => check?.(contents) ?? [],
        context: async (_, row, policy) => contextOfPackage(row, contents, policy, asked),
        write: async (_, before, { to }) => {
          const changed = changes(before, contents);
          const row = await updatePackage(transaction, before.id, { state: to, ...changed });
          await follow?.(transaction, row, contents);
          return { row, result: row, fields: ["state", ...Object.keys(changed)] };
        },
      },
    );
  });
}

const nothing: Contents = { reports: [], owed: [], missing: [] };

/** Reasons are written for what such a package holds, and for nothing else. */
function checkMissing({ owed }: Contents, ids: readonly string[]): InputErrors {
  const known = new Set(owed.map(({ id }) => id));
  return ids.flatMap((id) =>
    known.has(id) ? [] : [{ path: `/missing/${id}`, code: "not_missing", message: "这份报送件里没有这一项" }],
  );
}

/** Writes the report on the inspections, and why something is missing; what is left out stays as it is. */
export function editPackage(services: ProcedureServices, on: On, { inspectionReport, missing }: EditPackage): Outcome {
  return actOn(services, on, {
    act: "edit",
    check: (contents) => checkMissing(contents, Object.keys(missing ?? {})),
    changes: (row) => ({
      ...(inspectionReport === undefined ? {} : { inspectionReport: inspectionReport || null }),
      ...(missing === undefined ? {} : { missing: reasonsWith(row.missing, missing) }),
    }),
  });
}

function reasonsWith(before: PackageRow["missing"], written: Readonly<Record<string, string>>): PackageRow["missing"] {
  return Object.fromEntries(Object.entries({ ...before, ...written }).filter(([, reason]) => reason !== ""));
}

/** An act on a report that follows from one on its package. @throws Error when the report does not take it: then nothing of the transaction may stand */
async function followed(outcome: Promise<ActOutcome<unknown>>, act: string, id: string): Promise<void> {
  const { kind } = await outcome;
  if (kind !== "accepted") throw new Error(`reports.${act} is not taken for ${id}: ${kind}`);
}

/** What a package does that was owed. */
const owedBy = ({ kind, district, period }: PackageRow) => ({ kind, subject: district, period });

/** Sends a package to the city: each report in it is passed on by an act of its own, and what is missing is kept with its reasons. */
export function sendPackage(services: ProcedureServices, on: On, documentNumber: string): Outcome {
  const sentOn = services.clock.today();
  return actOn(services, on, {
    act: "send",
    changes: (row, { missing }) => ({
      documentNumber,
      sentOn,
      sentBackReason: null,
      missing: Object.fromEntries(missing.map(({ id }) => [id, row.missing[id] ?? ""])),
    }),
    follow: async (transaction, row, { reports }) => {
      for (const { id, state } of reports) {
        if (state !== "sent_to_district") continue;
        const outcome = forwardReportIn(services, transaction, { actor: on.actor, id, revision: null }, row.id);
        await followed(outcome, "forward", id);
      }
      // Against whoever asks for it at this moment: it is then either done here, or found to have been sent there.
      await lockObligationOf(transaction, owedBy(row));
      const done = { doneBy: row.id, doneOn: sentOn };
      await fulfilObligation(services, transaction, { ...owedBy(row), ...done, actor: on.actor });
    },
  });
}

/** Sends a package back to its district with reasons: it is owed again. What it passed on stays with the city. */
export function sendBackPackage(services: ProcedureServices, on: On, reason: string): Outcome {
  return actOn(services, on, {
    act: "send-back",
    ground: reason,
    changes: () => ({ sentBackReason: reason }),
    follow: (transaction, row) =>
      owePackageAgain(services, transaction, { ...owedBy(row), actor: on.actor, ground: reason }),
  });
}

/** The city has a package, and each report that came with it. */
export function receivePackage(services: ProcedureServices, on: On): Outcome {
  const receivedOn = services.clock.today();
  return actOn(services, on, {
    act: "receive",
    changes: () => ({ receivedOn }),
    follow: async (transaction, row, { reports }) => {
      for (const { id, state, packageId } of reports) {
        if (state !== "forwarded" || packageId !== row.id) continue;
        await followed(receiveReportIn(services, transaction, { actor: on.actor, id, revision: null }), "receive", id);
      }
    },
  });
}
