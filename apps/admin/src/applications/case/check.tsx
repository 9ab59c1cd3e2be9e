import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { useState } from "react";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { Case } from "../case.ts";
import { applicationTexts as texts } from "../texts.ts";
import { Criteria } from "./criteria.tsx";
import { CrossChecks } from "./cross-checks.tsx";
import { MaterialPreview } from "./material-preview.tsx";
import { Materials } from "./materials.tsx";
import { usePart } from "./use-part.ts";

const severities = { not_met: "error", undetermined: "warning", met_pending_review: "success" } as const;

/** Verdict, figures, materials and files beside one another: what an officer checks a case on. */
export default function Check({ record }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<ApplicationFindings>(record.id, "findings");
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const material = data.materials.find(({ id }) => id === chosen) ?? null;
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(0, 5fr) minmax(0, 4fr)",
        "@media print": { display: "block" },
      }}
    >
      <Box sx={{ p: 1.5, borderRight: 1, borderColor: "divider" }}>
        <Alert severity={severities[data.assessment.verdict]} sx={{ mb: 1 }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {texts.verdict[data.assessment.verdict]}。
          </Typography>
          {texts.verdictNote}
        </Alert>
        <CrossChecks findings={data.findings} />
        <Criteria assessment={data.assessment} />
      </Box>
      <Box sx={{ p: 1.5 }}>
        <Materials record={record} materials={data.materials} chosen={chosen} onChoose={setChosen} />
        <MaterialPreview material={material} />
      </Box>
    </Box>
  );
}
