import Typography from "@mui/material/Typography";
import { useMe } from "../../shell/use-me.ts";
import type { Case } from "../case/case.ts";
import { DocumentPreview } from "../case/document-preview.tsx";
import { papersOf } from "../case/papers.ts";
import { entryTexts as texts } from "./texts.ts";

/** The receipt for whoever handed the papers in, as it would be printed now. */
export function ReceiptPaper({ record, isHeaded = true }: { record: Case; isHeaded?: boolean }) {
  const acts = useMe()?.acts.applications ?? [];
  const receipt = papersOf(record, acts).find(({ id }) => id === "receipt");
  if (receipt === undefined) return null;
  return (
    <>
      <Typography variant="body2" color="textSecondary" className="no-print" gutterBottom>
        {texts.receiptLead}
      </Typography>
      {/* What is received and scanned changes while the case is worked on, and the receipt says it. */}
      <DocumentPreview key={record.revision} paper={receipt} isHeaded={isHeaded} />
    </>
  );
}
