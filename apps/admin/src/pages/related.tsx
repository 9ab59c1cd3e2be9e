import Typography from "@mui/material/Typography";
import type { Tagged } from "../api/data-provider.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { RecordLink } from "./record-link.tsx";
import type { RowColumn, RowsProps } from "./row-columns.tsx";
import { RowsOf } from "./rows.tsx";
import { useRelated } from "./use-related.ts";

export type RelatedColumn<RecordType> = RowColumn<RecordType>;

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
export function Rows<RowType extends { id: string }>(props: Omit<RowsProps<RowType>, "keyOf">) {
  return <RowsOf<RowType> {...props} keyOf={({ id }) => id} />;
}
