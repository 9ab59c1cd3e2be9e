import Box from "@mui/material/Box";
import { Rows } from "../pages/related.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { RecordButton } from "./record-button.tsx";
import { lengthOf, spansOf, spanText } from "./spans.ts";
import { holidaysTexts as texts } from "./texts.ts";
import { useYear } from "./use-years.ts";

/** A year's days as the notice says them, festival by festival. */
export function YearCalendar({ year }: { year: number }) {
  const { data, error, isPending, refetch } = useYear(year);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={3} />;
  return (
    <>
      <Rows
        rows={spansOf(data.days).map((span) => ({ ...span, id: `${span.kind} ${span.from}` }))}
        columns={[
          { label: texts.festival, cell: ({ name }) => name },
          { label: texts.table, cell: (span) => spanText(span) },
          { label: texts.kindOfDay, cell: ({ kind }) => (kind === "off" ? texts.off : texts.working) },
          { label: "", cell: (span) => texts.days(lengthOf(span)) },
        ]}
      />
      <Box sx={{ mt: 1.5 }}>
        <RecordButton year={year} label={texts.correct} />
      </Box>
    </>
  );
}
