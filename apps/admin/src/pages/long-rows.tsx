import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableRow from "@mui/material/TableRow";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CellsOf, HeadOf, type RowsProps } from "./rows.tsx";

const usualHeight = 37;
/** Drawn beyond what is seen, so that nothing is blank while it is scrolled. */
const beyond = 20;

/**
 * A table of which only the rows in sight are drawn. It is as long as all of them, says how many there are and which each one is, and is whole on
 * paper.
 */
export function LongRows<RowType>({ rows, columns, label, keyOf, isChosen }: RowsProps<RowType>) {
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
    getItemKey: (place) => keyOf(rows[place] as RowType),
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
      sx={{ tableLayout: "fixed" }}
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
          const row = rows[place] as RowType;
          return (
            <TableRow
              key={keyOf(row)}
              ref={virtualizer.measureElement}
              data-index={place}
              aria-rowindex={place + 2}
              selected={isChosen?.(row) ?? false}
            >
              <CellsOf row={row} columns={columns} />
            </TableRow>
          );
        })}
        <Gap height={below} columns={columns.length} />
      </TableBody>
    </Table>
  );
}

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
