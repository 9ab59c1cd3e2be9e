import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { ActResult } from "@shifan/contract";
import { fieldLabels } from "@shifan/contract/labels";
import { texts as general } from "../../texts/texts.ts";
import { colours } from "../../theme/theme.ts";
import type { Case } from "../case/case.ts";
import { applicationTexts as texts } from "../texts.ts";

const isDone = ({ outcome }: ActResult) => outcome === "accepted";

/** What became of each case, in the server's words where it was refused. */
export function Results({
  results,
  cases,
  onClose,
}: {
  results: readonly ActResult[];
  cases: readonly Case[];
  onClose: () => void;
}) {
  const names = new Map(cases.map(({ id, organizationName }) => [id, organizationName]));
  const done = results.filter(isDone).length;
  return (
    <>
      <Typography role="status" gutterBottom>
        {texts.manyDone(done, results.length - done)}
      </Typography>
      <Table size="small" aria-label={texts.result}>
        <TableHead>
          <TableRow>
            <TableCell>{fieldLabels.organizationName}</TableCell>
            <TableCell>{texts.result}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {results.map((result) => (
            <TableRow key={result.applicationId}>
              <TableCell>{names.get(result.applicationId)}</TableCell>
              <TableCell sx={{ color: isDone(result) ? colours.green : colours.red }}>
                {isDone(result) ? `✓ ${texts.isDone}` : `✗ ${whyNot(result)}`}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Stack direction="row" sx={{ justifyContent: "flex-end", pt: 2 }}>
        <Button variant="contained" onClick={onClose} autoFocus>
          {general.close}
        </Button>
      </Stack>
    </>
  );
}

function whyNot({ detail, article, errors }: ActResult): string {
  const reasons = [detail ?? texts.isNotDone, ...errors.map(({ message }) => message)];
  return `${reasons.join("；")}${article === null ? "" : `（${article}）`}`;
}
