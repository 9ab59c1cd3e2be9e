import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { ReactNode } from "react";

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

/** The names of the columns. */
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
