import { type Drafts, keepDrafts, type ReceiptIssued, type Shelf } from "@shifan/contract/client";

/** What this tab keeps of something to be filed. It ends with the tab, because the device may be anybody's. */
export type Draft = {
  /** What is written, by the name of the field. */
  values: Readonly<Record<string, string>>;
  /** What was sent last, and under which key: sent again unchanged, it is not filed twice. */
  sent: { text: string; key: string };
  /** What came of it; the number is given only once, so that it stays until the reader puts it away. */
  receipt: ReceiptIssued | null;
};

export const noDraft: Draft = { values: {}, sent: { text: "", key: "" }, receipt: null };

/** Keeps drafts on a shelf; where that is refused, in this page alone. */
export function draftsOn(shelf: () => Shelf): Drafts<Draft> {
  return keepDrafts(shelf, { prefix: "shifan.filing.", parse: parseDraft });
}

/** The drafts of this tab. */
export const tabDrafts: Drafts<Draft> = draftsOn(() => window.sessionStorage);

function parseDraft(kept: unknown): Draft {
  if (typeof kept !== "object" || kept === null) return noDraft;
  const value: Partial<Draft> = kept;
  const written = Object.entries(value.values ?? {}).filter(([, each]) => typeof each === "string");
  return {
    values: Object.fromEntries(written),
    sent: { text: String(value.sent?.text ?? ""), key: String(value.sent?.key ?? "") },
    receipt: typeof value.receipt?.receiptNumber === "string" ? value.receipt : null,
  };
}
