import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import type { AuditHistory } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { useId, useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { useLook } from "../home/use-look.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts as common } from "../texts/texts.ts";
import { HistoryEntry } from "./history-entry.tsx";
import { historyTexts as texts } from "./texts.ts";

/** The history of a record beside its page: whether it is as it was written, every act with the old and the new values, and the page of proof. */
export default function HistoryDrawer({
  resource,
  id,
  onClose,
}: {
  resource: string;
  id: string;
  onClose: () => void;
}) {
  const path = pathOf("audit", "history", resource, id);
  const { data, error, isPending, refetch } = useLook<AuditHistory>(path);
  // The record is open beside it: what is not found is its history, or what of it this reader may see.
  const isWithout = error instanceof Problem && error.status === 404;
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: { role: "dialog", "aria-modal": true, "aria-labelledby": titleId, sx: { width: 760, maxWidth: "100%" } },
      }}
    >
      <Box sx={{ p: 2 }}>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 1.5 }}>
          <Typography component="h2" variant="h2" id={titleId} sx={{ flex: 1 }}>
            {data === undefined ? texts.open : texts.title(data.label, data.name)}
          </Typography>
          {data === undefined ? null : (
            <Button variant="outlined" href={`${path}/proof`} download>
              {texts.print}
            </Button>
          )}
          <Button onClick={onClose} autoFocus>
            {common.close}
          </Button>
        </Box>
        {isWithout ? <Typography color="textSecondary">{texts.none}</Typography> : null}
        {error && !isWithout ? <ProblemNote cause={error} onAgain={refetch} /> : null}
        {isPending ? <Loading /> : null}
        {data === undefined ? null : <Content history={data} />}
      </Box>
    </Drawer>
  );
}

function Content({ history: { entries, check, isWhole } }: { history: AuditHistory }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? entries : entries.filter(({ values }) => values !== "none");
  return (
    <>
      <Alert severity={check.isSound ? "success" : "error"} sx={{ overflowWrap: "anywhere" }}>
        {check.text}
        {check.findings.map((finding) => (
          <Typography key={finding} variant="body2">
            {finding}
          </Typography>
        ))}
      </Alert>
      <FormControlLabel
        control={<Switch size="small" checked={showsAll} onChange={(_, checked) => setShowsAll(checked)} />}
        label={texts.all}
        sx={{ my: 1, ml: 0 }}
      />
      {shown.length === 0 ? <Typography color="textSecondary">{texts.empty}</Typography> : null}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: "none" }}>
        {shown.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} />
        ))}
      </Box>
      {isWhole ? null : <Typography color="textSecondary">{texts.notWhole}</Typography>}
    </>
  );
}
