import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { SavedQuery } from "@shifan/contract";
import { useListContext } from "ra-core";
import { lazy, Suspense, useId, useState } from "react";
import { useMe } from "../shell/use-me.ts";
import { isSameQuery } from "./same-query.ts";
import { queriesTexts as texts } from "./texts.ts";
import { useSavedQueries } from "./use-saved-queries.ts";

const SaveDialog = lazy(() => import("./save-dialog.tsx").then((each) => ({ default: each.SaveDialog })));
const ManageDialog = lazy(() => import("./manage-dialog.tsx").then((each) => ({ default: each.ManageDialog })));

/** The queries that the person has saved for the list in which it stands: one press away, to be saved, renamed and removed. */
export function SavedQueries() {
  const { resource, filterValues, sort, setFilters, setSort } = useListContext();
  const mayUse = (useMe()?.acts.saved_queries ?? []).includes("save");
  const { data = [] } = useSavedQueries(resource, mayUse);
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const labelId = useId();
  if (!mayUse) return null;
  const apply = ({ filter, sort: order }: SavedQuery) => {
    setFilters({ ...filter });
    if (order !== null) setSort({ field: order.field, order: order.isDescending ? "DESC" : "ASC" });
  };
  const close = () => setOpen(null);
  return (
    <Box
      role="group"
      aria-labelledby={labelId}
      className="no-print"
      sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1, pb: 1 }}
    >
      <Typography id={labelId} variant="body2" color="textSecondary">
        {texts.mine}
      </Typography>
      {data.map((query) => {
        const isApplied = isSameQuery(query, { filter: filterValues, sort });
        return (
          <Chip
            key={query.id}
            label={query.name}
            onClick={() => apply(query)}
            variant={isApplied ? "filled" : "outlined"}
            color={isApplied ? "primary" : "default"}
            aria-pressed={isApplied}
          />
        );
      })}
      <Button onClick={() => setOpen("save")}>{texts.save}</Button>
      {data.length === 0 ? null : <Button onClick={() => setOpen("manage")}>{texts.manage}</Button>}
      <Suspense fallback={null}>
        {open === "save" ? <SaveDialog list={resource} filter={filterValues} sort={sort} onClose={close} /> : null}
        {open === "manage" ? <ManageDialog queries={data} onClose={close} /> : null}
      </Suspense>
    </Box>
  );
}
