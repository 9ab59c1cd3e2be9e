import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";

/** A link to the page of another record. */
export function RecordLink({ resource, id, children }: { resource: string; id: string; children: ReactNode }) {
  return (
    <Link component={RouterLink} to={`/${resource}/${encodeURIComponent(id)}/show`}>
      {children}
    </Link>
  );
}
