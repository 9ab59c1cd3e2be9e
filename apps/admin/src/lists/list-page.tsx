import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { ListBase, type RaRecord, useListContext } from "ra-core";
import { DataTable, Pagination } from "ra-ui-materialui";
import { Children, isValidElement, type ReactElement, type ReactNode } from "react";
import { SavedQueries } from "../queries/saved-queries.tsx";
import { useIsNarrow } from "../shell/use-is-narrow.ts";
import { useSeesSeveralDistricts } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { ExportLink } from "./export-link.tsx";
import { FilterLine } from "./filter-line.tsx";
import { NarrowRows } from "./narrow-rows.tsx";
import { listTexts } from "./texts.ts";

/** The heading of a list, with how many there are by the filters as they stand. */
function Heading({ title, columns, children }: { title: string; columns: ReactNode; children?: ReactNode }) {
  const { total, data, page, perPage } = useListContext();
  const first = (page - 1) * perPage + 1;
  return (
    <Box sx={{ display: "flex", alignItems: "baseline", gap: 2, mb: 1 }}>
      <Typography component="h1" variant="h1">
        {title}
      </Typography>
      <Typography color="textSecondary">{total === undefined ? "" : listTexts.total(total)}</Typography>
      {data === undefined || data.length === 0 ? null : (
        <span className="print-only">{listTexts.printed(first, first + data.length - 1)}</span>
      )}
      <Box sx={{ flex: 1 }} />
      <ExportLink columns={columns} />
      {children}
    </Box>
  );
}

function Content<RecordType extends RaRecord>({
  children,
  rowTo,
  bulk,
  narrow,
}: {
  children: ReactNode;
  rowTo: "show" | false;
  bulk: ReactNode;
  narrow: ((record: RecordType) => ReactNode) | undefined;
}) {
  const { error, isPending, refetch, filterValues, selectedIds } = useListContext();
  const isNarrow = useIsNarrow();
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) {
    return (
      <Box sx={{ p: 2 }}>
        <Loading />
      </Box>
    );
  }
  const isFiltered = Object.keys(filterValues ?? {}).length > 0;
  const nothing = <Typography sx={{ p: 3 }}>{isFiltered ? listTexts.empty : texts.nothingYet}</Typography>;
  if (isNarrow && narrow !== undefined) return <NarrowRows<RecordType> empty={nothing}>{narrow}</NarrowRows>;
  return (
    <DataTable
      rowClick={rowTo}
      // Before something is chosen their bar is folded away, where the keyboard would still find them.
      bulkActionButtons={bulk !== undefined && (selectedIds.length === 0 ? <span /> : bulk)}
      empty={nothing}
      sx={{
        "& .RaDataTable-row": { height: 38 },
        "& td.short": { whiteSpace: "nowrap" },
        // Where the columns do not fit, the table is moved and not the page.
        "& .RaDataTable-tableWrapper": { overflowX: "auto" },
        // Above the table and not over the filters: what lies below could be reached by the keyboard and not be seen.
        "&& .RaBulkActionsToolbar-toolbar": { position: "relative", transform: "none" },
      }}
    >
      {children}
    </DataTable>
  );
}

const isOfDistrict = (column: ReactNode) =>
  isValidElement<{ source?: string }>(column) && column.props.source === "district";

/** Selects for one and for several values have margins of their own: on one line they look alike. */
const inOneLine = { "& .RaFilterForm-filterFormInput .MuiFormControl-root": { mt: 0, mb: 1 } } as const;

/** The way through the pages, where there are any. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} />;
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
  narrow,
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
  /** What a row says on a tablet held upright, where it is to be read there. */
  narrow?: (record: RecordType) => ReactNode;
  rowTo?: "show" | false;
  perPage?: number;
}) {
  // Whoever has one district alone has no use for its name in every row.
  const seesSeveral = useSeesSeveralDistricts();
  const shownFilters = seesSeveral ? filters : filters?.filter(({ key }) => key !== "district");
  const columns = Children.toArray(children).filter((each) => seesSeveral || !isOfDistrict(each));
  return (
    <ListBase<RecordType>
      sort={sort}
      perPage={perPage}
      {...(filterDefaultValues === undefined ? {} : { filterDefaultValues })}
      exporter={false}
      // What went wrong stands in the place of the rows, in our words: no second word of it in a corner.
      queryOptions={{ onError: () => undefined }}
    >
      <Heading title={title} columns={columns}>
        {actions}
      </Heading>
      {above}
      <Paper className="print-wide">
        {shownFilters === undefined || shownFilters.length === 0 ? null : (
          <Box className="no-print" sx={{ ...inOneLine, px: 1.5, pt: 1, borderBottom: 1, borderColor: "divider" }}>
            <FilterLine filters={shownFilters} />
            <SavedQueries />
          </Box>
        )}
        <Content<RecordType> {...{ rowTo, bulk, narrow }}>{columns}</Content>
        <Pages />
      </Paper>
    </ListBase>
  );
}
