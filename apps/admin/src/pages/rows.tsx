import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { lazy, type ReactNode, Suspense } from "react";
import { Loading } from "../states/loading.tsx";
import { texts } from "../texts/texts.ts";

export type RowColumn<RowType> = {
  readonly label: string;
  readonly cell: (row: RowType) => ReactNode;
  /** Figures stand under one another by their last digit. */
  readonly isFigure?: boolean;
  /** Short words are not broken. */
  readonly isShort?: boolean;
  /** Its part of the width where the table is long, and what it needs is not known beforehand; 1 when left out. */
  readonly share?: number;
};

export type RowsProps<RowType> = {
  readonly rows: readonly RowType[];
  readonly columns: readonly RowColumn<RowType>[];
  /** What the table is called where its heading does not stand right above it. */
  readonly label?: string;
  readonly keyOf: (row: RowType) => string;
  readonly isChosen?: (row: RowType) => boolean;
};

/** More rows than this are not drawn all at once: the page would be slow, and nobody sees them all. */
export const longFrom = 200;

const LongRows = lazy(() => import("./long-rows.tsx").then((each) => ({ default: each.LongRows })));

/** Rows as a table; thousands of them as well. */
export function RowsOf<RowType>(props: RowsProps<RowType>) {
  const { rows, columns, label, keyOf, isChosen } = props;
  if (rows.length === 0) return <Typography color="textSecondary">{texts.nothingYet}</Typography>;
  if (rows.length >= longFrom) {
    return (
      <Suspense fallback={<Loading />}>
        <LongRows {...(props as unknown as RowsProps<unknown>)} />
      </Suspense>
    );
  }
  return (
    <Table size="small" {...(label === undefined ? {} : { "aria-label": label })}>
      <HeadOf columns={columns} />
      <TableBody>
        {rows.map((row) => (
          <TableRow key={keyOf(row)} selected={isChosen?.(row) ?? false}>
            <CellsOf row={row} columns={columns} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function HeadOf<RowType>({ columns }: Pick<RowsProps<RowType>, "columns">) {
  return (
    <TableHead>
      <TableRow>
        {columns.map(({ label, isFigure }) => (
          <TableCell key={label} align={isFigure === true ? "right" : "left"}>
            {label}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}

const unbroken = { whiteSpace: "nowrap" } as const;
const unchanged = {} as const;

function CellsOf<RowType>({ row, columns }: { row: RowType } & Pick<RowsProps<RowType>, "columns">) {
  return columns.map(({ label, cell, isFigure, isShort }) => (
    <TableCell
      key={label}
      align={isFigure === true ? "right" : "left"}
      sx={isFigure === true || isShort === true ? unbroken : unchanged}
    >
      {cell(row)}
    </TableCell>
  ));
}
