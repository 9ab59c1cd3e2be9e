import Box from "@mui/material/Box";
import { type RaRecord, useListContext, useResourceContext } from "ra-core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Loading } from "../states/loading.tsx";

/** The rows of a list where no table fits: one below the other, each as a whole the way to its record. */
export function NarrowRows<RecordType extends RaRecord>({
  empty,
  children,
}: {
  empty: ReactNode;
  children: (record: RecordType) => ReactNode;
}) {
  const resource = useResourceContext() ?? "";
  const { data, isPending } = useListContext<RecordType>();
  if (isPending) return <Loading />;
  if (data === undefined || data.length === 0) return empty;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
      {data.map((record) => (
        <Box component="li" key={record.id} sx={{ borderBottom: 1, borderColor: "divider" }}>
          <Box
            component={Link}
            to={`/${resource}/${encodeURIComponent(record.id)}/show`}
            sx={{ display: "block", px: 2, py: 1.5, minHeight: 60, color: "inherit", textDecoration: "none" }}
          >
            {children(record)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
