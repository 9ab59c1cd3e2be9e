import Chip from "@mui/material/Chip";
import type { AuditEntryView } from "@shifan/contract";

/** Whether it was done; what was refused stands out, with the reason. */
export function Outcome({ entry: { isRefused, outcomeLabel } }: { entry: AuditEntryView }) {
  return isRefused ? <Chip size="small" color="warning" variant="outlined" label={outcomeLabel} /> : outcomeLabel;
}
