import Box from "@mui/material/Box";
import { type ReactNode, useCallback, useState } from "react";

/** Where less room is left below the head of a page, the page scrolls instead. */
const leastHeight = 380;
const belowIt = 20;

/**
 * What is weighed on the left, what it is weighed on to the right: each scrolls by itself, and both end with the window. On paper they stand one
 * below the other, whole.
 */
export function Workspace({ left, right, labels }: { left: ReactNode; right: ReactNode; labels: [string, string] }) {
  const [top, setTop] = useState(0);
  const place = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, []);
  const column = { p: 1.5, overflowY: "auto", minHeight: 0, "@media print": { overflow: "visible" } } as const;
  return (
    <Box
      ref={place}
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(0, 5fr) minmax(0, 5fr)",
        height: `max(${leastHeight}px, calc(100vh - ${top + belowIt}px))`,
        "@media print": { display: "block", height: "auto" },
      }}
    >
      <Box
        sx={{ ...column, borderRight: 1, borderColor: "divider", "@media print": { border: 0 } }}
        role="region"
        aria-label={labels[0]}
        tabIndex={0}
      >
        {left}
      </Box>
      <Box sx={column} role="region" aria-label={labels[1]} tabIndex={0}>
        {right}
      </Box>
    </Box>
  );
}
