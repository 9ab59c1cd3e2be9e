import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { SurveyAssessment } from "@shifan/contract";
import { fieldLabels, valueLabelsInForm } from "@shifan/contract/labels";
import { useNotify } from "ra-core";
import { useState } from "react";
import { ActForm } from "../../acts/act-form.tsx";
import { performAct, useDone } from "../../acts/perform.ts";
import { useActDescription } from "../../acts/use-act-description.ts";
import { useSeen } from "../../acts/use-seen.tsx";
import type { Values } from "../../forms/values.ts";
import { Facts, long, text } from "../../pages/facts.tsx";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { FindingField } from "./finding-field.tsx";
import { surveyTexts as texts } from "./texts.ts";
import { readSurvey, type TaggedSurvey } from "./use-survey.ts";

const act = "assess-operation";
const own = { finding: FindingField };
const methods = valueLabelsInForm(`applications/${act}`, "methods") ?? {};
const met = valueLabelsInForm(`applications/${act}`, "met") ?? {};

/** The district's assessment of operation and performance with its finding on the articles (第十条). */
export function AssessmentPart({ survey }: { survey: TaggedSurvey }) {
  const [isWriting, setIsWriting] = useState(false);
  const { assessment } = survey;
  return (
    <Box component="section" aria-labelledby="survey-assessment">
      <Box sx={{ display: "flex", alignItems: "center", mb: 0.5 }}>
        <Typography component="h2" variant="h3" id="survey-assessment" sx={{ flex: 1 }}>
          {texts.assessment}
        </Typography>
        {!isWriting && survey.allowedActs.includes(act) ? (
          <Button variant="outlined" onClick={() => setIsWriting(true)}>
            {assessment === null ? texts.write : texts.rewrite}
          </Button>
        ) : null}
      </Box>
      {isWriting ? (
        <AssessmentForm survey={survey} onEnd={() => setIsWriting(false)} />
      ) : assessment === null ? (
        <Typography color="textSecondary">{texts.noAssessment}</Typography>
      ) : (
        <Written assessment={assessment} />
      )}
    </Box>
  );
}

function Written({ assessment }: { assessment: SurveyAssessment }) {
  return (
    <Facts
      facts={[
        long(fieldLabels.operation, assessment.operation),
        long(fieldLabels.performance, assessment.performance),
        long(fieldLabels.influence, assessment.influence),
        long(fieldLabels.satisfactionExplanation, assessment.satisfactionExplanation),
        text(fieldLabels.methods, assessment.methods.map((method) => methods[method]).join("、")),
        ...assessment.finding.map((each) => long(each.article, `${met[each.met]}。${each.text}`)),
      ]}
    />
  );
}

function AssessmentForm({ survey, onEnd }: { survey: TaggedSurvey; onEnd: () => void }) {
  const description = useActDescription("applications", act);
  const notify = useNotify();
  const done = useDone();
  const { perform, above } = useSeen({
    resource: "applications",
    record: survey,
    act,
    read: () => readSurvey(survey.id),
    view: ({ id, assessment }) => ({ ...assessment, id }),
  });
  if (description.error) return <ProblemNote cause={description.error} onAgain={description.refetch} />;
  if (description.data === undefined) return <Loading lines={4} />;
  return (
    <>
      {above}
      <ActForm
        description={description.data}
        additions={{ known: knownOf(survey), own }}
        perform={async (body) => {
          await perform((seen) => performAct({ resource: "applications", record: seen, act }, body));
          await done("applications", null);
        }}
        onDone={() => {
          notify(texts.written, { type: "success" });
          onEnd();
        }}
        onCancel={onEnd}
      />
    </>
  );
}

/** What was written before, and a line for every article on which a finding is asked for. */
function knownOf({ assessment, findingArticles, sampled }: TaggedSurvey): Values {
  const used = [...new Set(sampled.flatMap(({ method }) => (method === null ? [] : [method])))];
  const finding = findingArticles.map(
    (article) => assessment?.finding.find((each) => each.article === article) ?? { article },
  );
  return { methods: used, ...assessment, finding };
}
