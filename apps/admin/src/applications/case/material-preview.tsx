import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { FilePreview } from "../../files/file-preview.tsx";
import { applicationTexts as texts } from "../texts.ts";

/** The files of the chosen material, and what the rules found in it. */
export function MaterialPreview({ material }: { material: ApplicationFindings["materials"][number] | null }) {
  return (
    <Box sx={{ mt: 1.5, borderTop: 1, borderColor: "divider", pt: 1.5 }} aria-live="polite">
      <Typography component="h2" variant="h3" gutterBottom>
        {material === null ? texts.preview : `${material.id} ${material.title}`}
      </Typography>
      {material === null ? <Typography color="textSecondary">{texts.choose}</Typography> : null}
      {material?.reasons.map(({ code, text }) => (
        <Typography key={code} variant="body2" color="warning">
          {text}
        </Typography>
      ))}
      {material?.sealed?.message ? <Typography variant="body2">{material.sealed.message}</Typography> : null}
      {material !== null && material.fileIds.length === 0 ? <Typography>{texts.noFile}</Typography> : null}
      {material?.fileIds.map((id) => (
        <FilePreview key={id} id={id} />
      ))}
    </Box>
  );
}
