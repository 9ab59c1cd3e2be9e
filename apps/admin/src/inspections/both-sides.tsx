import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { day, due, Facts, long, text } from "../pages/facts.tsx";
import { inspectionsTexts as texts } from "./texts.ts";

/** What was found on the left, what the unit says of it on the right: neither is read without the other. */
export function BothSides({ record }: { record: Inspection }) {
  return (
    <Box
      sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(2, minmax(0, 1fr))" } }}
    >
      <div>
        <Typography component="h3" variant="h3" gutterBottom>
          {texts.found}
        </Typography>
        <Facts
          columns={1}
          facts={[
            text(labels.result, record.resultName),
            day(labels.carriedOutOn, record.carriedOutOn),
            text(labels.inspectors, record.inspectors),
            long(labels.findings, record.findings),
          ]}
        />
      </div>
      <div>
        <Typography component="h3" variant="h3" gutterBottom>
          {texts.unitSays}
        </Typography>
        {record.answer === null ? <Typography variant="body2">{texts.noAnswer}</Typography> : null}
        <Facts
          columns={1}
          facts={[
            due(labels.answerUntil, record.answerUntil),
            day(labels.answeredOn, record.answeredOn),
            long(labels.answer, record.answer),
          ]}
        />
      </div>
    </Box>
  );
}
