import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { Facts, text } from "../../pages/facts.tsx";
import { percentText } from "../../texts/percent.ts";
import { surveyTexts as texts } from "./texts.ts";
import type { TaggedSurvey } from "./use-survey.ts";

/** How far the survey is, and the satisfaction it finds beside the one that the applicant claims. */
export function Progress({ survey }: { survey: TaggedSurvey }) {
  const { answered, waiting, replaced, remaining, minimum } = survey.progress;
  const { measured, claimed, line, isBelowLine, crossesLine } = survey.satisfaction;
  const missing = minimum - answered;
  const bar = Math.min(100, Math.floor((100 * answered) / Math.max(1, minimum)));
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: 3 }}>
      <Box component="section" aria-labelledby="survey-progress">
        <Typography component="h2" variant="h3" id="survey-progress" gutterBottom>
          {texts.progress}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>
          {texts.answered(answered, minimum)}　{missing > 0 ? texts.short(missing) : texts.enough}
        </Typography>
        <LinearProgress
          variant="determinate"
          value={bar}
          color={missing > 0 ? "primary" : "success"}
          aria-label={texts.answered(answered, minimum)}
          sx={{ my: 1, height: 8, borderRadius: 1 }}
        />
        <Typography variant="body2" color="textSecondary">
          {texts.counts(waiting, replaced, remaining)}
        </Typography>
      </Box>
      <Box component="section" aria-labelledby="survey-satisfaction">
        <Typography component="h2" variant="h3" id="survey-satisfaction" gutterBottom>
          {texts.satisfaction}（{texts.line(percentText(line))}）
        </Typography>
        <Facts
          facts={[
            text(texts.measured, texts.satisfiedOf(measured.satisfied, measured.completed)),
            text(texts.claimed, texts.satisfiedOf(claimed.satisfied, claimed.listed)),
          ]}
        />
        {isBelowLine || crossesLine ? (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {isBelowLine ? texts.isBelowLine : texts.crossesLine}
          </Alert>
        ) : null}
      </Box>
    </Box>
  );
}
