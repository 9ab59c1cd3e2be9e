import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/server.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { readSheets, type Sheet } from "./sheets/read-sheets.ts";
import { fileTexts as texts } from "./texts.ts";

/** A spreadsheet as plain tables, as far as one looks through it; all of it is in the file. @param file its address */
export default function SheetPages({ file, name }: { file: string; name: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["file content", file, "sheets"],
    queryFn: async () => {
      const { body } = await ask<Blob>({ method: "GET", path: file, answer: "file" });
      try {
        return readSheets(new Uint8Array(await body.arrayBuffer()));
      } catch {
        // What is no workbook, or too large for a page, is for the program that made it.
        return null;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={4} />;
  if (data === null) return <Typography variant="body2">{texts.notOpened}</Typography>;
  return <Sheets sheets={data} name={name} />;
}

function Sheets({ sheets, name }: { sheets: readonly Sheet[]; name: string }) {
  const [at, setAt] = useState(0);
  const sheet = sheets[at];
  return (
    <>
      {sheets.length < 2 ? null : (
        <Tabs value={at} onChange={(_, next: number) => setAt(next)} variant="scrollable" aria-label={texts.sheets}>
          {sheets.map((each, place) => (
            <Tab key={each.name} value={place} label={each.isHidden ? texts.hiddenSheet(each.name) : each.name} />
          ))}
        </Tabs>
      )}
      {sheet === undefined || sheet.rows.length === 0 ? (
        <Typography variant="body2">{texts.emptySheet}</Typography>
      ) : (
        <Rows sheet={sheet} name={sheets.length < 2 ? name : sheet.name} />
      )}
      <Typography variant="caption" color="textSecondary">
        {sheet?.isCut ? texts.sheetCut(sheet.rows.length) : texts.asSheet}
      </Typography>
    </>
  );
}

/** Columns as spreadsheets call them: A, B, …, Z, AA. */
const lettersOf = (column: number): string =>
  (column < 26 ? "" : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function Rows({ sheet: { rows }, name }: { sheet: Sheet; name: string }) {
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: widest }, (_, column) => lettersOf(column));
  return (
    <Box
      role="region"
      aria-label={name}
      tabIndex={0}
      sx={{
        overflow: "auto",
        maxHeight: "80vh",
        border: 1,
        borderColor: "divider",
        "@media print": { maxHeight: "none" },
      }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{texts.rowNumber}</TableCell>
            {columns.map((column) => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ number, cells }) => (
            <TableRow key={number}>
              <TableCell component="th" scope="row" sx={{ color: "text.secondary", width: 48 }}>
                {number}
              </TableCell>
              {columns.map((column, at) => (
                <TableCell
                  key={column}
                  sx={{ whiteSpace: "pre-wrap", verticalAlign: "top", minWidth: 64, maxWidth: 360 }}
                >
                  {cells[at]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
