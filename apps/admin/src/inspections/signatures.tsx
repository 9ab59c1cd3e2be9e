import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf } from "../api/data-provider.ts";
import { visitTexts as texts } from "./visit/texts.ts";

type Signatures = NonNullable<Inspection["signatures"]>;

/** What both sides signed on the spot, or why the unit did not. */
export function Signatures({ of: { inspectorsFileId, unitFileId, unsignedReason } }: { of: Signatures }) {
  return (
    <Box
      sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(2, minmax(0, 1fr))" } }}
    >
      <Signed label={texts.inspectors} fileId={inspectorsFileId} />
      {unitFileId === null ? (
        <Typography>{`${labels.unsignedReason}：${unsignedReason ?? ""}`}</Typography>
      ) : (
        <Signed label={texts.unit} fileId={unitFileId} />
      )}
    </Box>
  );
}

function Signed({ label, fileId }: { label: string; fileId: string }) {
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography component="figcaption" color="textSecondary" variant="body2">
        {label}
      </Typography>
      <Box
        component="img"
        src={`${pathOf("files", fileId)}/content`}
        alt={label}
        sx={{ maxWidth: "100%", maxHeight: 120, border: 1, borderColor: "divider", background: "#fff" }}
      />
    </Box>
  );
}
