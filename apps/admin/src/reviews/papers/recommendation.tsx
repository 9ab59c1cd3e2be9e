import Typography from "@mui/material/Typography";
import type { ReviewPapers } from "@shifan/contract";
import { day, Facts, long, text } from "../../pages/facts.tsx";
import { reviewsTexts as texts } from "../texts.ts";

/** Annex 1: what the district found, and what the enterprises that it asked have said. */
export function Recommendation({ recommendation }: Pick<ReviewPapers, "recommendation">) {
  if (recommendation === null) return <Typography color="textSecondary">{texts.noRecommendation}</Typography>;
  const { measured, claimed, finding } = recommendation;
  return (
    <Facts
      facts={[
        text(texts.letter, recommendation.documentNumber),
        day(texts.letterDate, recommendation.issuedOn),
        long(texts.opinionOfDistrict, recommendation.opinion),
        long(texts.operation, recommendation.operation),
        long(texts.performance, recommendation.performance),
        long(texts.influence, recommendation.influence),
        ...finding.map(({ article, met, text: words }) => long(article, `${texts.finding[met]}。${words}`)),
        long(
          texts.satisfaction,
          `${texts.answers(measured.satisfied, measured.completed)}；${texts.claimed(claimed.satisfied, claimed.dissatisfied, claimed.listed)}`,
        ),
        long(texts.explanation, recommendation.satisfactionExplanation),
      ]}
    />
  );
}
