import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import type { Case } from "../case/case.ts";
import { MaterialEntry } from "./materials/material-entry.tsx";
import { entryTexts as texts } from "./texts.ts";

/** The papers of Art. 9, each with how it is there: the original on paper, its scan, or both. */
export function MaterialsPart({ record, materials }: { record: Case; materials: ApplicationFindings["materials"] }) {
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {texts.materialsLead}
      </Typography>
      {materials.map((material) => (
        <MaterialEntry key={material.id} applicationId={record.id} material={material} />
      ))}
    </Box>
  );
}
