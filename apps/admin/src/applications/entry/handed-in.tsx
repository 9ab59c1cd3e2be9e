import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import { Link } from "react-router";
import { dayText } from "../../texts/days.ts";
import type { Case } from "../case/case.ts";
import { ReceiptPaper } from "./receipt-paper.tsx";
import { entryTexts as texts } from "./texts.ts";

/** A form that is not open any more: where the case is now, and the receipt to hand out. */
export function HandedIn({ record }: { record: Case }) {
  const isHandedIn = record.state === "submitted" && record.origin === "paper" && record.receivedOn !== null;
  return (
    <>
      <Alert severity={isHandedIn ? "success" : "info"} sx={{ mb: 1.5 }} className="no-print">
        {isHandedIn && record.receivedOn !== null ? texts.handedIn(dayText(record.receivedOn)) : texts.notOpen}
      </Alert>
      <Stack direction="row" spacing={1} className="no-print" sx={{ mb: 1.5 }}>
        <Button component={Link} variant="contained" to={`/applications/${encodeURIComponent(record.id)}/show`}>
          {texts.toCase}
        </Button>
        <Button component={Link} variant="outlined" to="/applications/create">
          {texts.nextDossier}
        </Button>
      </Stack>
      {record.origin === "paper" && record.receivedOn !== null ? (
        <Paper sx={{ p: 2, maxWidth: 900 }}>
          <ReceiptPaper record={record} />
        </Paper>
      ) : null}
    </>
  );
}
