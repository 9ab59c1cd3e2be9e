import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

/** A part of a page, with its heading. */
export function Card({
  title,
  isScreenOnly = false,
  children,
}: {
  title?: string;
  /** What is there to be pressed, and says nothing on paper. */
  isScreenOnly?: boolean;
  children: ReactNode;
}) {
  return (
    <Paper component="section" sx={{ p: 2, mb: 1.5 }} {...(isScreenOnly ? { className: "no-print" } : {})}>
      {title === undefined ? null : (
        <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
          {title}
        </Typography>
      )}
      {children}
    </Paper>
  );
}
