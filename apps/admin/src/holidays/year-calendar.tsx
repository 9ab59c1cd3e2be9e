import Box from "@mui/material/Box";
import type { HolidayYears } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { Facts, instant, long } from "../pages/facts.tsx";
import { Rows } from "../pages/related.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { RecordButton } from "./record-button.tsx";
import { lengthOf, spansOf, spanText } from "./spans.ts";
import { holidaysTexts as texts } from "./texts.ts";
import { useYear } from "./use-years.ts";

/** A year's days as the notice says them, festival by festival. */
export function YearCalendar({ summary: { year, source, recordedAt } }: { summary: HolidayYears["years"][number] }) {
  const { data, error, isPending, refetch } = useYear(year);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={3} />;
  return (
    <>
      <RecordButton year={year} label={texts.correct(year)} />
      <Rows
        rows={spansOf(data.days).map((span) => ({ ...span, id: `${span.kind} ${span.from}` }))}
        columns={[
          { label: texts.festival, cell: ({ name }) => name },
          { label: labels.day, cell: (span) => spanText(span) },
          { label: texts.kindOfDay, cell: ({ kind }) => (kind === "off" ? texts.off : texts.working) },
          { label: texts.length, cell: (span) => texts.days(lengthOf(span)) },
        ]}
      />
      <Box sx={{ my: 1.5 }}>
        <Facts columns={1} facts={[long(labels.source, source), instant(texts.recordedAt, recordedAt)]} />
      </Box>
    </>
  );
}
