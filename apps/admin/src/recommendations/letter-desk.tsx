import Typography from "@mui/material/Typography";
import type { RecommendationAnswer } from "@shifan/contract";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ActForm } from "../acts/act-form.tsx";
import { createRecord, useDone } from "../acts/perform.ts";
import { useActDescription } from "../acts/use-act-description.ts";
import { useContentKey } from "../acts/use-content-key.ts";
import { pathOf } from "../api/data-provider.ts";
import { Card } from "../pages/card.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { RankedCases } from "./ranked-cases.tsx";
import { Results } from "./results.tsx";
import { recommendationTexts as texts } from "./texts.ts";
import { useSurveyedCases } from "./use-surveyed-cases.ts";

const own = { applications: RankedCases };

/** Surveyed cases, ranked and recommended in one letter. */
export default function LetterDesk() {
  const [answer, setAnswer] = useState<RecommendationAnswer | null>(null);
  return (
    <>
      <Typography component="h1" variant="h1" gutterBottom>
        {texts.desk}
      </Typography>
      <Card>
        {answer === null ? (
          <LetterForm onDone={setAnswer} />
        ) : (
          <Results answer={answer} onGoOn={() => setAnswer(null)} />
        )}
      </Card>
    </>
  );
}

function LetterForm({ onDone }: { onDone: (answer: RecommendationAnswer) => void }) {
  const today = useMe()?.today;
  const description = useActDescription("recommendations", "create");
  const cases = useSurveyedCases();
  const keyOf = useContentKey();
  const navigate = useNavigate();
  const done = useDone();
  const error = description.error ?? cases.error;
  if (error) return <ProblemNote cause={error} onAgain={description.error ? description.refetch : cases.refetch} />;
  if (description.data === undefined || cases.data === undefined || today === undefined) return <Loading />;
  if (cases.data.length === 0) return <Typography color="textSecondary">{texts.nothing}</Typography>;
  return (
    <>
      <Typography gutterBottom>{texts.lead}</Typography>
      <ActForm
        description={description.data}
        additions={{ own, known: { issuedOn: today, applications: [] } }}
        perform={async (body) => {
          const answer = await createRecord(pathOf("recommendations"), body, keyOf(body));
          onDone(answer as unknown as RecommendationAnswer);
          await done("recommendations", null);
        }}
        onDone={() => undefined}
        onCancel={() => navigate("/applications")}
      />
    </>
  );
}
