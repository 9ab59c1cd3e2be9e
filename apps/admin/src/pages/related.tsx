import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { RecordLink } from "./record-link.tsx";
import { useRelated } from "./use-related.ts";

export type RelatedColumn<RecordType> = {
  readonly label: string;
  readonly cell: (record: RecordType) => ReactNode;
};

/** The records of another resource that belong to what is shown, each with a link to its own page. */
export function Related<RecordType extends { id: string }>({
  resource,
  filter,
  sort,
  columns,
}: {
  resource: string;
  filter: Readonly<Record<string, string | boolean>>;
  sort?: string;
  /** The first is the link. */
  columns: readonly RelatedColumn<RecordType & Tagged>[];
}) {
  const { data, error, isPending, refetch } = useRelated<RecordType>(resource, filter, sort);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={2} />;
  const { data: rows, total = rows.length } = data;
  return (
    <>
      <Rows<RecordType & Tagged>
        rows={rows}
        columns={columns.map((column, place) => ({
          ...column,
          cell: (record) =>
            place === 0 ? (
              <RecordLink resource={resource} id={record.id}>
                {column.cell(record)}
              </RecordLink>
            ) : (
              column.cell(record)
            ),
        }))}
      />
      {total > rows.length ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {texts.newestOf(rows.length, total)}
        </Typography>
      ) : null}
    </>
  );
}

/** Rows of a table that stand in the record itself. */
export function Rows<RowType extends { id: string }>({
  rows,
  columns,
}: {
  rows: readonly RowType[];
  columns: readonly RelatedColumn<RowType>[];
}) {
  if (rows.length === 0) return <Typography color="textSecondary">{texts.nothingYet}</Typography>;
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {columns.map(({ label }) => (
            <TableCell key={label}>{label}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            {columns.map(({ label, cell }) => (
              <TableCell key={label}>{cell(row)}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
