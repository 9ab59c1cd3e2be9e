import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { labelOfAct } from "@shifan/contract/labels";
import { useListContext } from "ra-core";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../../shell/use-me.ts";
import { type ManyAct, manyActs } from "./many-body.ts";

const ManyDialog = lazy(() => import("./many-dialog.tsx"));

/** Their buttons are red. */
const grave: readonly ManyAct[] = ["not-propose"];

/** The acts on many cases that are ever open to the person. */
export function useManyActs(): readonly ManyAct[] {
  const acts = useMe()?.acts.applications ?? [];
  return manyActs.filter((act) => acts.includes(act));
}

/** What may be done to the chosen cases at once, a button each. */
export function ManyActs() {
  const { selectedIds, onUnselectItems } = useListContext();
  const [open, setOpen] = useState<ManyAct | null>(null);
  const acts = useManyActs();
  return (
    <Stack direction="row" spacing={1}>
      {acts.map((act) => (
        <Button
          key={act}
          variant={grave.includes(act) ? "outlined" : "contained"}
          color={grave.includes(act) ? "error" : "primary"}
          onClick={() => setOpen(act)}
        >
          {labelOfAct("applications", act) ?? act}
        </Button>
      ))}
      {open === null ? null : (
        <Suspense fallback={null}>
          <ManyDialog
            act={open}
            ids={selectedIds.map(String)}
            onClose={(isDone) => {
              setOpen(null);
              if (isDone) onUnselectItems();
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
