import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import type { FormPart } from "@shifan/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ProblemNote } from "../../../states/problem-note.tsx";
import { colours } from "../../../theme/theme.ts";
import { shownValue } from "../../case/shown-value.ts";
import type { Finding } from "../place-findings.ts";
import { entryTexts } from "../texts.ts";
import { type Row, useRows } from "./use-rows.ts";

const texts = entryTexts.list;
const rowHeight = 34;
const visibleRows = 11;
const numberWidth = 64;
const columnWidth = 132;

/** The rows of a list, of which those in sight are drawn. Up and down go from row to row, Enter opens one. */
export function RowTable({
  part,
  address,
  tag,
  total,
  findings,
  open,
  timesShown,
  onOpen,
}: {
  part: FormPart;
  address: string;
  tag: string;
  total: number;
  findings: ReadonlyMap<number, readonly Finding[]>;
  /** The row that is being changed. */
  open: string | null;
  /** How often a row has been shown or put away. */
  timesShown: number;
  onOpen: (row: Row, place: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const isMoving = useRef(false);
  // A row that was asked for before it came: it is opened when it does, unless another was shown meanwhile.
  const [awaited, setAwaited] = useState<{ readonly place: number; readonly after: number } | null>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const shown = virtual.getVirtualItems();
  const { rowAt, error, again } = useRows(address, { tag, total }, [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]);
  useEffect(() => {
    if (!isMoving.current) return;
    const button = frame.current?.querySelector<HTMLElement>(`[data-place="${at}"] button`);
    if (button === null || button === undefined) return;
    isMoving.current = false;
    button.focus({ preventScroll: true });
  });

  const openAt = (place: number) => {
    const row = rowAt(place);
    setAwaited(row === undefined ? { place, after: timesShown } : null);
    if (row !== undefined) onOpen(row, place);
  };
  useEffect(() => {
    if (awaited?.after === timesShown && rowAt(awaited.place) !== undefined) openAt(awaited.place);
  });

  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: visibleRows,
      PageUp: -visibleRows,
    };
    const to = event.key === "Home" ? 0 : event.key === "End" ? total - 1 : at + (steps[event.key] ?? 0);
    if (to === at && !(event.key in steps)) return;
    event.preventDefault();
    const place = Math.min(Math.max(to, 0), total - 1);
    isMoving.current = true;
    setAt(place);
    virtual.scrollToIndex(place);
  };

  const grid = {
    display: "grid",
    gridTemplateColumns: `${numberWidth}px repeat(${part.fields.length}, minmax(${columnWidth}px, 1fr))`,
    minWidth: numberWidth + columnWidth * part.fields.length,
  };
  const cell = {
    px: 1,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    alignSelf: "center",
  } as const;
  return (
    <>
      {error === null ? null : <ProblemNote cause={error} onAgain={again} />}
      <Box
        ref={frame}
        role="table"
        aria-label={texts.table(part.title)}
        aria-rowcount={total + 1}
        onKeyDown={move}
        sx={{
          maxHeight: rowHeight * (visibleRows + 1),
          overflow: "auto",
          border: 1,
          borderColor: "divider",
          fontSize: "0.8125rem",
        }}
      >
        <Box
          role="row"
          aria-rowindex={1}
          sx={{ ...grid, position: "sticky", top: 0, zIndex: 1, height: rowHeight, background: "#f8fafc" }}
        >
          <Box role="columnheader" sx={{ ...cell, color: colours.inkQuiet }}>
            {texts.number}
          </Box>
          {part.fields.map(({ id, name }) => (
            <Box role="columnheader" key={id} title={name} sx={{ ...cell, color: colours.inkQuiet }}>
              {name}
            </Box>
          ))}
        </Box>
        <Box role="rowgroup" sx={{ position: "relative", height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rowAt(index);
            const found = findings.get(index) ?? [];
            return (
              <Box
                key={index}
                role="row"
                aria-rowindex={index + 2}
                data-place={index}
                title={found.map(({ message }) => message).join("\n")}
                onClick={() => openAt(index)}
                sx={{
                  ...grid,
                  position: "absolute",
                  top: start,
                  left: 0,
                  right: 0,
                  height: rowHeight,
                  borderTop: 1,
                  borderColor: "divider",
                  cursor: "pointer",
                  background: row?.rowId === open ? colours.blueSoft : found.length > 0 ? colours.amberSoft : "#fff",
                }}
              >
                <Box role="cell" sx={{ alignSelf: "center", px: 0.5 }}>
                  <ButtonBase
                    tabIndex={index === at ? 0 : -1}
                    onFocus={() => setAt(index)}
                    aria-label={texts.edit(index + 1)}
                    sx={{
                      width: "100%",
                      py: 0.25,
                      color: colours.blue,
                      "&:focus-visible": { outline: `2px solid ${colours.blue}` },
                    }}
                  >
                    {index + 1}
                  </ButtonBase>
                </Box>
                {part.fields.map((field) => (
                  <Box role="cell" key={field.id} sx={cell}>
                    {row === undefined ? texts.loading : shownValue(field, row.values[field.id])}
                  </Box>
                ))}
              </Box>
            );
          })}
        </Box>
      </Box>
    </>
  );
}
