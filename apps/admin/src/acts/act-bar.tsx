import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { labelOfAct } from "@shifan/contract/labels";
import { lazy, Suspense, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { actTexts } from "./texts.ts";

const ActDialog = lazy(() => import("./act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** How a page shows the acts of its records. */
export type ActsOfPage = {
  /** Acts that are worked on elsewhere on the page, and have no button here. */
  readonly elsewhere?: readonly string[];
  /** The next step of most: its button stands out. */
  readonly main?: readonly string[];
  /** Steps back, endings: their buttons are red. */
  readonly grave?: readonly string[];
  /** What the page adds to the form of an act. */
  readonly additions?: Readonly<Record<string, ActFormAdditions>>;
};

/** What may be done to a record now, as the server says: a button each. */
export function ActBar({ resource, record, page = {} }: { resource: string; record: Tagged; page?: ActsOfPage }) {
  const [open, setOpen] = useState<string | null>(null);
  const { elsewhere = [], main = [], grave = [], additions = {} } = page;
  const allowed = ((record.allowedActs as readonly string[] | undefined) ?? []).filter(
    (act) => !elsewhere.includes(act),
  );
  const ordered = [...allowed.filter((act) => main.includes(act)), ...allowed.filter((act) => !main.includes(act))];
  if (ordered.length === 0) {
    return (
      <Typography color="textSecondary" className="no-print">
        {actTexts.noActs}
      </Typography>
    );
  }
  return (
    <Stack
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ flexWrap: "wrap" }}
      className="no-print"
      role="group"
      aria-label={actTexts.whatCanBeDone}
    >
      {ordered.map((act) => (
        <Button
          key={act}
          variant={main.includes(act) ? "contained" : "outlined"}
          color={grave.includes(act) ? "error" : "primary"}
          onClick={() => setOpen(act)}
        >
          {labelOfAct(resource, act) ?? act}
        </Button>
      ))}
      {open === null ? null : (
        <Suspense fallback={null}>
          <ActDialog
            {...{ resource, record }}
            act={open}
            additions={{ ...additions[open], isGrave: grave.includes(open) }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Stack>
  );
}
