import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import type { FieldError } from "@shifan/contract/client";
import { colours } from "../../../theme/theme.ts";
import { entryTexts } from "../texts.ts";
import { sortImportErrors } from "./import-errors.ts";

const texts = entryTexts.import;

/** The rows of a workbook in which something cannot stand: what is written in them, and at each cell what to mend. */
export function ImportErrors({ part, errors }: { part: FormPart; errors: readonly FieldError[] }) {
  const { general, rows } = sortImportErrors(errors);
  const columns = part.fields.filter(({ id }) => rows.some(({ cells, messages }) => id in cells || messages.has(id)));
  return (
    <Box sx={{ mt: 1 }}>
      <Alert severity="warning">
        <AlertTitle>{texts.wrong(errors.length)}</AlertTitle>
        {general.map((message) => (
          <Typography key={message} variant="body2">
            {message}
          </Typography>
        ))}
      </Alert>
      {rows.length === 0 ? null : (
        <Box sx={{ overflow: "auto", maxHeight: 360, mt: 1, border: 1, borderColor: "divider" }} tabIndex={0}>
          <Table size="small" stickyHeader aria-label={texts.wrong(errors.length)}>
            <TableHead>
              <TableRow>
                <TableCell>{texts.row}</TableCell>
                {columns.map(({ id, name }) => (
                  <TableCell key={id}>{name}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ number, cells, messages }) => (
                <TableRow key={number}>
                  <TableCell component="th" scope="row" sx={{ whiteSpace: "nowrap" }}>
                    {entryTexts.row(number)}
                  </TableCell>
                  {columns.map(({ id }) => {
                    const message = messages.get(id);
                    return (
                      <TableCell key={id} sx={message === undefined ? {} : { background: colours.redSoft }}>
                        {cells[id]}
                        {message === undefined ? null : (
                          <Typography variant="body2" sx={{ color: colours.red, minWidth: 160 }}>
                            {message}
                          </Typography>
                        )}
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}
