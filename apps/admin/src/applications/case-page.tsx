import Paper from "@mui/material/Paper";
import type { Application } from "@shifan/contract";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { RecordPage } from "../pages/record-page.tsx";

type Case = Application & Tagged;

/** One case. */
export default function CasePage() {
  return (
    <RecordPage<Case>
      title={(record) => record.organizationName}
      aside={(record) => <StateChip resource="applications" state={record.state} />}
    >
      {(record) => (
        <Paper sx={{ p: 2 }}>
          <ActBar resource="applications" record={record} />
        </Paper>
      )}
    </RecordPage>
  );
}
