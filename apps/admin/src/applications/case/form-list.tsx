import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TablePagination from "@mui/material/TablePagination";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { applicationTexts as texts } from "../texts.ts";
import { shownValue } from "./shown-value.ts";

type Row = { rowId: string; position: number; values: Readonly<Record<string, unknown>> };
const perPage = 25;

/** A list of the form, a page at a time: it may have thousands of rows. */
export function FormList({ applicationId, part, total }: { applicationId: string; part: FormPart; total: number }) {
  const [page, setPage] = useState(0);
  const range = JSON.stringify([page * perPage, page * perPage + perPage - 1]);
  const path = `${pathOf("applications", applicationId, "form", "lists", part.id)}?${new URLSearchParams({ range })}`;
  const { data, error, refetch } = useQuery({
    queryKey: ["applications", "rows", path],
    queryFn: async () => (await ask<Row[]>({ method: "GET", path })).body,
    enabled: total > 0,
    placeholderData: keepPreviousData,
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (total === 0) return <Typography color="textSecondary">{texts.noRows}</Typography>;
  return (
    <>
      <Box sx={{ overflowX: "auto" }}>
        <Table size="small" aria-label={part.title}>
          <TableHead>
            <TableRow>
              {part.fields.map(({ id, name }) => (
                <TableCell key={id} sx={{ whiteSpace: "nowrap" }}>
                  {name}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {(data ?? []).map(({ rowId, values }) => (
              <TableRow key={rowId}>
                {part.fields.map((field) => (
                  <TableCell key={field.id}>{shownValue(field, values[field.id])}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {total > perPage ? (
        <TablePagination
          component="div"
          count={total}
          page={page}
          onPageChange={(_, next) => setPage(next)}
          rowsPerPage={perPage}
          rowsPerPageOptions={[perPage]}
          labelDisplayedRows={({ from, to, count }) => `第${from}–${to}行，共${count}行`}
        />
      ) : null}
    </>
  );
}
