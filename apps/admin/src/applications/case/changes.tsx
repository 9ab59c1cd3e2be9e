import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { ApplicationChanges } from "@shifan/contract";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { dayText } from "../../texts/days.ts";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { changeLinesOf } from "./change-lines.ts";
import { usePart } from "./use-part.ts";

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
        <Table size="small" aria-label={texts.tabs.changes}>
          <TableHead>
            <TableRow>
              <TableCell>{texts.where}</TableCell>
              <TableCell>{texts.before}</TableCell>
              <TableCell>{texts.after}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(({ key, where, before, after }) => (
              <TableRow key={key}>
                <TableCell>{where}</TableCell>
                <TableCell>{before ?? "—"}</TableCell>
                <TableCell>{after ?? "—"}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {hidden.map(({ id, title, added, removed, changed }) => (
        <Typography key={id} variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {texts.moreRows(title, added, removed, changed)}
        </Typography>
      ))}
    </Box>
  );
}
