import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { lazy, Suspense } from "react";
import { Loading } from "../states/loading.tsx";
import { texts } from "../texts/texts.ts";
import { HeadOf, type RowsProps } from "./row-columns.tsx";

/** More rows than this are not drawn all at once: the page would be slow, and nobody sees them all. */
const longFrom = 200;

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
