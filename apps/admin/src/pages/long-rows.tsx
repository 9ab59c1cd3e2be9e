import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { colours } from "../theme/theme.ts";
import { HeadOf, type RowsProps } from "./row-columns.tsx";

const usualHeight = 37;
/** Drawn beyond what is seen, so that nothing is blank while it is scrolled. */
const beyond = 20;

/**
 * A table of which only the rows in sight are drawn. It is as long as all of them, says how many there are and which each one is, and is whole on
 * paper.
 */
export function LongRows({ rows, columns, label, keyOf, isChosen }: RowsProps<unknown>) {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  const isPrinted = useIsPrinted();
  useLayoutEffect(() => {
    const measure = () => {
      if (table.current !== null) setTop(table.current.getBoundingClientRect().top + window.scrollY);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: beyond,
    scrollMargin: top,
    getItemKey: (place) => keyOf(rows[place]),
  });
  const seen = virtualizer.getVirtualItems();
  const drawn = isPrinted ? rows.map((_, place) => place) : seen.map(({ index }) => index);
  const above = isPrinted ? 0 : Math.max(0, (seen[0]?.start ?? top) - top);
  const below = isPrinted ? 0 : Math.max(0, virtualizer.getTotalSize() + top - (seen.at(-1)?.end ?? top));
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  return (
    <Table
      ref={table}
      size="small"
      aria-rowcount={rows.length + 1}
      {...(label === undefined ? {} : { "aria-label": label })}
      sx={looks}
    >
      <colgroup>
        {columns.map(({ label: name, share = 1 }) => (
          <col key={name} style={{ width: `${(share / shares) * 100}%` }} />
        ))}
      </colgroup>
      <HeadOf columns={columns} />
      <TableBody>
        <Gap height={above} columns={columns.length} />
        {drawn.map((place) => {
          const row = rows[place];
          return (
            <LongRow
              key={keyOf(row)}
              row={row}
              place={place}
              columns={columns}
              measure={isPrinted ? null : virtualizer.measureElement}
              isChosen={isChosen?.(row) ?? false}
            />
          );
        })}
        <Gap height={below} columns={columns.length} />
      </TableBody>
    </Table>
  );
}

type LongRowProps = {
  row: unknown;
  place: number;
  columns: RowsProps<unknown>["columns"];
  /** Null where nothing is scrolled. */
  measure: ((row: Element | null) => void) | null;
  isChosen: boolean;
};

/** A row, drawn once: scrolling on does not draw those again that stay in sight. Plain cells, for there are many thousand when it is printed. */
const LongRow = memo(function LongRow({ row, place, columns, measure, isChosen }: LongRowProps) {
  return (
    <tr ref={measure} data-index={place} aria-rowindex={place + 2} {...(isChosen ? { className: "chosen" } : {})}>
      {columns.map(({ label, cell, isFigure = false, isShort = false }) => (
        <td key={label} className={`${isFigure ? "figure" : ""} ${isFigure || isShort ? "short" : ""}`}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
});

const looks = {
  tableLayout: "fixed",
  "& td": { padding: "6px 12px", borderBottom: 1, borderColor: "divider", lineHeight: 1.43 },
  "& td.figure": { textAlign: "right" },
  "& td.short": { whiteSpace: "nowrap" },
  "& tr.chosen": { background: colours.blueSoft },
} as const;

/** The room of the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

/** Whether the page is about to be printed: then every row is drawn before the browser looks. */
function useIsPrinted(): boolean {
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    const set = (to: boolean) => () => flushSync(() => setIsPrinted(to));
    const [begin, end] = [set(true), set(false)];
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinted;
}
