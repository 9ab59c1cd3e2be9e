import type { Receipt } from "@shifan/contract";
import {
  type ComplaintRow,
  type Database,
  findComplaintByReceipt,
  findObjectionByReceipt,
  type ObjectionRow,
} from "@shifan/db";
import type { ComplaintState, ObjectionState } from "@shifan/rules";
import { readReceiptNumber } from "./number.ts";

const outcomes: Readonly<Record<NonNullable<ObjectionRow["outcome"]>, string>> = {
  inadmissible: "不予受理，作为监督线索留存",
  upheld: "经查证成立",
  dismissed: "经查证不成立",
};

const steps: Readonly<Record<Exclude<ObjectionState, "replied" | keyof typeof outcomes>, string>> = {
  filed: "已收到，正在决定是否受理",
  admitted: "已受理，正在听取申报单位的说明",
  under_inquiry: "已受理，正在查证",
};

function statusOfObjection({ state, outcome }: ObjectionRow): string {
  if (state === "replied") return `已书面答复：${outcome === null ? "" : outcomes[outcome]}`;
  if (state === "inadmissible" || state === "upheld" || state === "dismissed") return `${outcomes[state]}，将书面答复`;
  return steps[state];
}

const complaintSteps: Readonly<Record<ComplaintState, string>> = {
  open: "已收到，正在办理",
  replied: "已答复",
  closed: "已办结",
};

function receiptOfObjection(row: ObjectionRow): Receipt {
  const { receiptNumber, receivedOn, decidedOn, repliedOn, reply } = row;
  const days = { receivedOn, decidedOn, repliedOn };
  return { receiptNumber, kind: "objection", status: statusOfObjection(row), ...days, reply };
}

function receiptOfComplaint({ receiptNumber, state, receivedOn, closedOn, repliedOn, reply }: ComplaintRow): Receipt {
  const days = { receivedOn, decidedOn: closedOn, repliedOn };
  return { receiptNumber, kind: "complaint", status: complaintSteps[state], ...days, reply };
}

/**
 * How far a matter has come and what was replied, for whoever holds its number: words and days, nobody's name. A complaint may have neither name
 * nor address, so that its number is the only way by which the reply reaches whoever complained. Null for a number that was never given out.
 */
export async function readReceipt(database: Database, text: string): Promise<Receipt | null> {
  const number = readReceiptNumber(text);
  if (number === null) return null;
  const objection = await findObjectionByReceipt(database, number);
  if (objection !== null) return receiptOfObjection(objection);
  const complaint = await findComplaintByReceipt(database, number);
  return complaint === null ? null : receiptOfComplaint(complaint);
}
