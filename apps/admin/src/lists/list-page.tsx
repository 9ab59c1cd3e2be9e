import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { ListBase, type RaRecord, useListContext } from "ra-core";
import { DataTable, FilterForm, Pagination } from "ra-ui-materialui";
import type { ReactElement, ReactNode } from "react";
import { SavedQueries } from "../queries/saved-queries.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { ExportLink } from "./export-link.tsx";
import { listTexts } from "./texts.ts";

/** The heading of a list, with how many there are by the filters as they stand. */
function Heading({ title, columns, children }: { title: string; columns: ReactNode; children?: ReactNode }) {
  const { total } = useListContext();
  return (
    <Box sx={{ display: "flex", alignItems: "baseline", gap: 2, mb: 1 }}>
      <Typography component="h1" variant="h1">
        {title}
      </Typography>
      <Typography color="textSecondary">{total === undefined ? "" : listTexts.total(total)}</Typography>
      <Box sx={{ flex: 1 }} />
      <ExportLink columns={columns} />
      {children}
    </Box>
  );
}

function Content({
  children,
  empty,
  rowTo,
  bulk,
}: {
  children: ReactNode;
  empty: string;
  rowTo: "show" | false;
  bulk: ReactNode;
}) {
  const { error, refetch } = useListContext();
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  return (
    <DataTable
      rowClick={rowTo}
      bulkActionButtons={bulk === undefined ? false : bulk}
      empty={<Typography sx={{ p: 3 }}>{empty}</Typography>}
      sx={{
        "& .RaDataTable-row": { height: 38 },
        // Above the table and not over the filters: what lies below could be reached by the keyboard and not be seen.
        "&& .RaBulkActionsToolbar-toolbar": { position: "relative", transform: "none" },
      }}
    >
      {children}
    </DataTable>
  );
}

/** One list like all others: what it is, filters, rows that lead to a record, pages. */
export function ListPage<RecordType extends RaRecord = RaRecord>({
  title,
  filters,
  filterDefaultValues,
  sort,
  children,
  actions,
  above,
  bulk,
  empty = listTexts.empty,
  rowTo = "show",
  perPage = 25,
}: {
  title: string;
  /** The fields by which it is filtered; each shows from the beginning when it is alwaysOn. */
  filters?: ReactElement[];
  filterDefaultValues?: Partial<RecordType>;
  sort: { field: string; order: "ASC" | "DESC" };
  /** The columns. */
  children: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  /** Between the heading and the list. */
  above?: ReactNode;
  /** What may be done to many at once; without, no row can be chosen. */
  bulk?: ReactNode;
  empty?: string;
  rowTo?: "show" | false;
  perPage?: number;
}) {
  return (
    <ListBase<RecordType>
      sort={sort}
      perPage={perPage}
      {...(filterDefaultValues === undefined ? {} : { filterDefaultValues })}
      exporter={false}
    >
      <Heading title={title} columns={children}>
        {actions}
      </Heading>
      {above}
      <Paper>
        {filters === undefined ? null : (
          <Box sx={{ px: 1.5, pt: 1, borderBottom: 1, borderColor: "divider" }}>
            <FilterForm filters={filters} />
            <SavedQueries />
          </Box>
        )}
        <Content {...{ empty, rowTo, bulk }}>{children}</Content>
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Paper>
    </ListBase>
  );
}
