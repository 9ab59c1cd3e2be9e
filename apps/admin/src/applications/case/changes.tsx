import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationChanges } from "@shifan/contract";
import type { RowColumn } from "../../pages/row-columns.tsx";
import { RowsOf } from "../../pages/rows.tsx";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { dayText } from "../../texts/days.ts";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { changeLinesOf } from "./change-lines.ts";
import { usePart } from "./use-part.ts";

const columns: readonly RowColumn<ReturnType<typeof changeLinesOf>[number]>[] = [
  { label: texts.where, cell: ({ where }) => where },
  { label: texts.before, cell: ({ before }) => before ?? "—" },
  { label: texts.after, cell: ({ after }) => after ?? "—" },
];

/** What the applicant has changed in answer to the last return: by field, row and material. */
export default function Changes({ record }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<ApplicationChanges>(record.id, "changes");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const { since, dataVersion } = data;
  if (since === null) return <Typography sx={{ p: 1.5 }}>{texts.neverReturned}</Typography>;
  const lines = changeLinesOf(data);
  const hidden = data.lists.filter(({ added, removed, changed, rows }) => added + removed + changed > rows.length);
  return (
    <Box sx={{ p: 1.5 }}>
      <Typography component="h2" variant="h3" gutterBottom>
        {texts.changedSince(dayText(since.on), since.dataVersion, dataVersion)}
      </Typography>
      {lines.length === 0 ? <Typography color="textSecondary">{texts.nothingChanged}</Typography> : null}
      {lines.length === 0 ? null : (
        <RowsOf rows={lines} columns={columns} label={texts.tabs.changes} keyOf={({ key }) => key} />
      )}
      {hidden.map(({ id, title, added, removed, changed }) => (
        <Typography key={id} variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {texts.moreRows(title, added, removed, changed)}
        </Typography>
      ))}
    </Box>
  );
}
