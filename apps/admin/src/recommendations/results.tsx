import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { RecommendationAnswer } from "@shifan/contract";
import { RecordLink } from "../pages/record-link.tsx";
import { colours } from "../theme/theme.ts";
import { LetterLinks } from "./letter-links.tsx";
import { recommendationTexts as texts } from "./texts.ts";
import { useSurveyedCases } from "./use-surveyed-cases.ts";

/** What became of each case: those in the letter, and what stood in the way of the others. */
export function Results({ answer, onGoOn }: { answer: RecommendationAnswer; onGoOn: () => void }) {
  const { data: left = [] } = useSurveyedCases();
  const names = new Map([
    ...left.map(({ id, organizationName }) => [id, organizationName] as const),
    ...answer.applications.map(({ applicationId, organizationName }) => [applicationId, organizationName] as const),
  ]);
  return (
    <div aria-live="polite">
      <Typography component="h2" variant="h2" gutterBottom>
        {texts.results}
      </Typography>
      <Box component="ul" aria-label={texts.results} sx={{ listStyle: "none", p: 0, m: 0, mb: 2 }}>
        {answer.results.map(({ applicationId, outcome, detail, article, errors }) => {
          const isDone = outcome === "accepted";
          const why = [detail, ...errors.map(({ message }) => message)].filter((each) => each !== null).join("；");
          return (
            <Box component="li" key={applicationId} sx={{ py: 0.5 }}>
              <Chip
                label={isDone ? texts.done : texts.notDone}
                sx={{
                  mr: 1,
                  color: isDone ? colours.green : colours.red,
                  background: isDone ? colours.greenSoft : colours.redSoft,
                }}
              />
              <RecordLink resource="applications" id={applicationId}>
                {names.get(applicationId) ?? applicationId}
              </RecordLink>
              {isDone ? null : `　${why}${article === null ? "" : `（${article}）`}`}
            </Box>
          );
        })}
      </Box>
      <Box sx={{ display: "flex", gap: 2, alignItems: "center" }}>
        <LetterLinks id={answer.id} />
        <RecordLink resource="recommendations" id={answer.id}>
          {texts.open}
        </RecordLink>
        <Button variant="outlined" onClick={onGoOn}>
          {texts.goOn}
        </Button>
      </Box>
    </div>
  );
}
