import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useMe } from "../shell/use-me.ts";

/** A part of a page, with its heading. */
export function Card({
  title,
  isScreenOnly = false,
  reads,
  children,
}: {
  title?: string;
  /** What is there to be pressed, and says nothing on paper. */
  isScreenOnly?: boolean;
  /** The records that it shows, by their name in the table of access: whoever may not read them has no such card. */
  reads?: string;
  children: ReactNode;
}) {
  const acts = useMe()?.acts;
  if (reads !== undefined && !acts?.[reads]?.includes("read")) return null;
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
