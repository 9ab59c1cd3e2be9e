import {
  insertApplication,
  insertOrganization,
  insertRound,
  openDatabase,
  updateApplication,
  updateRound,
  writeApplicationSection,
} from "@shifan/db";
import { policyId } from "../../evaluation.ts";
import { journeyDay, journeyInstant } from "../../server.ts";

/** The round of the list. */
export const roundId = "round-of-the-list";

/** Puts a round with a list of so many proposed cases, each of an organization of its own, into a database that is new. */
export async function addProposedCases(location: Parameters<typeof openDatabase>[0], count: number): Promise<void> {
  const opened = await openDatabase(location);
  try {
    await opened.database.transaction(async (transaction) => {
      const at = new Date(journeyInstant);
      const windows = { submissionDeadline: "2026-09-25", recommendationDeadline: "2026-10-15" };
      const notice = { copies: 3, binding: "胶装", counterAddress: "测试路1号", noticeTitle: "", noticeText: "" };
      const event = { submissionEvent: "online" as const, quota: null };
      await insertRound(transaction, { id: roundId, policyId, year: 2026, at, ...windows, ...notice, ...event });
      for (let n = 0; n < count; n += 1) await addProposedCase(transaction, n, at);
      await updateRound(transaction, roundId, { state: "list_proposed", policyVersion: 1, openedOn: "2026-06-01" });
    });
  } finally {
    await opened.close();
  }
}

async function addProposedCase(
  transaction: Parameters<typeof insertOrganization>[0],
  n: number,
  at: Date,
): Promise<void> {
  const id = `case-${n}`;
  const organizationId = `organization-${n}`;
  const uscc = `91410100MA${String(n).padStart(8, "0")}`;
  const name = `郑州某某企业服务有限公司${n}`;
  const from = { nameSource: "营业执照", fromOn: "2020-01-01", at };
  await insertOrganization(transaction, { id: organizationId, uscc, district: "410105", name, ...from });
  await insertApplication(transaction, {
    id,
    roundId,
    organizationId,
    district: "410105",
    origin: "online",
    isHandedIn: true,
    receivedOn: journeyDay,
    enteredBy: "applicant",
    enteredOn: journeyDay,
    at,
    organizationName: name,
    uscc,
  });
  const data = { platform_type: n % 2 === 0 ? "specialized" : "comprehensive" };
  const section = { section: "supplement", data, changedBy: "applicant", changedAt: at };
  await writeApplicationSection(transaction, { applicationId: id, ...section });
  await updateApplication(transaction, id, at, { state: "proposed" });
}
