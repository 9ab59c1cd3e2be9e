import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { pathOf, type Tagged } from "../../api/data-provider.ts";
import { SaveLink } from "../../files/save-link.tsx";
import { Answer } from "./answer.tsx";
import { CallList } from "./call-list.tsx";
import { surveyTexts as texts } from "./texts.ts";
import type { TaggedSurvey } from "./use-survey.ts";

/** The enterprises of the sample, and beside them the one that is on the phone. */
export function Calls({ record, survey }: { record: Tagged; survey: TaggedSurvey }) {
  const mayRecord = survey.allowedActs.includes("record-answer");
  const [chosen, setChosen] = useState<number | null>(null);
  const next = survey.sampled.find(({ state }) => state === "drawn")?.place ?? null;
  const place = chosen ?? next;
  const sampled = survey.sampled.find((each) => each.place === place && each.state !== "replaced");
  return (
    <Box component="section" aria-labelledby="survey-calls">
      <Box sx={{ display: "flex", alignItems: "baseline", mb: 0.5 }}>
        <Typography component="h2" variant="h3" id="survey-calls" sx={{ flex: 1 }}>
          {texts.calls}
        </Typography>
        {mayRecord ? (
          <SaveLink href={`${pathOf("applications", record.id, "documents", "call_sheet")}?format=docx`}>
            {texts.download}
          </SaveLink>
        ) : null}
      </Box>
      <Box
        sx={{
          display: "grid",
          gap: 2,
          alignItems: "start",
          gridTemplateColumns: mayRecord ? "minmax(0, 1fr) minmax(0, 1fr)" : "minmax(0, 1fr)",
        }}
      >
        <CallList sampled={survey.sampled} chosen={mayRecord ? place : null} onChoose={mayRecord ? setChosen : null} />
        {mayRecord ? (
          sampled === undefined ? (
            <Typography color="textSecondary">{next === null ? texts.allAsked : texts.choose}</Typography>
          ) : (
            <Answer key={sampled.place} {...{ record, survey, sampled }} onDone={() => setChosen(null)} />
          )
        ) : null}
      </Box>
    </Box>
  );
}
