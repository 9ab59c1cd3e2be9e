import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { ActBar, type ActsOfPage } from "../../acts/act-bar.tsx";
import type { Tagged } from "../../api/data-provider.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { AssessmentPart } from "./assessment.tsx";
import { Calls } from "./calls.tsx";
import { DrawRecord } from "./draw-record.tsx";
import { Progress } from "./progress.tsx";
import { surveyTexts as texts } from "./texts.ts";
import { useSurvey } from "./use-survey.ts";

const drawing: ActsOfPage = { main: ["draw-sample"], only: ["draw-sample"] };

/** The district's survey of a case (第十条): whom to ask, what was answered, what follows from it. */
export default function SurveyTab({ record }: { record: Tagged }) {
  const { data: survey, error, isPending, refetch } = useSurvey(record.id);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  if (survey.draw === null) {
    return (
      <Box sx={{ p: 2, display: "grid", gap: 2 }}>
        <Alert severity="info">
          <Typography sx={{ fontWeight: 600 }}>{texts.undrawn}</Typography>
          {texts.undrawnLead}
        </Alert>
        <ActBar
          resource="applications"
          record={{ ...record, allowedActs: survey.allowedActs.filter((act) => act === "draw-sample") }}
          page={drawing}
        />
      </Box>
    );
  }
  return (
    <Box sx={{ p: 1.5, display: "grid", gap: 2 }}>
      <Progress survey={survey} />
      <Calls record={record} survey={survey} />
      <AssessmentPart survey={survey} />
      <DrawRecord draw={survey.draw} />
    </Box>
  );
}
