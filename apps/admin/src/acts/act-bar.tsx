import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { labelOfAct } from "@shifan/contract/labels";
import { lazy, Suspense, useId, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import type { Place } from "./obstacle-lines.tsx";
import { ShutActButton, WhyShut } from "./shut-acts.tsx";
import { actTexts } from "./texts.ts";
import { useRecordActs } from "./use-record-acts.ts";
import { WhoseTurn } from "./whose-turn.tsx";

const ActDialog = lazy(() => import("./act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** How a page shows the acts of its records. */
export type ActsOfPage = {
  /** Acts that are worked on elsewhere on the page, and have no button here. */
  readonly elsewhere?: readonly string[];
  /** The acts of this bar, where the page has others for the rest. */
  readonly only?: readonly string[];
  /** The next step of most: its button stands out. */
  readonly main?: readonly string[];
  /** Steps back, endings: their buttons are red. */
  readonly grave?: readonly string[];
  /** What the page adds to the form of an act. */
  readonly additions?: Readonly<Record<string, ActFormAdditions>>;
  /** Where what is missing is supplied, by the code of what is in the way. */
  readonly placeOf?: (code: string) => Place | null;
};

/** What may be done to a record now, as the server says: a button each; then what is not open yet and why, and whose turn it is. */
export function ActBar({ resource, record, page = {} }: { resource: string; record: Tagged; page?: ActsOfPage }) {
  const [open, setOpen] = useState<string | null>(null);
  const [explained, setExplained] = useState<string | null>(null);
  const panelId = useId();
  const standing = useRecordActs(resource, record);
  const { elsewhere = [], only, main = [], grave = [], additions = {}, placeOf } = page;
  const isHere = (act: string) => !elsewhere.includes(act) && (only?.includes(act) ?? true);
  const shutActs = (standing?.acts ?? []).filter(({ act, isOpen }) => !isOpen && isHere(act));
  const shut = shutActs.find(({ act }) => act === explained);
  const allowed = ((record.allowedActs as readonly string[] | undefined) ?? []).filter(
    (act) => isHere(act) && !shutActs.some((each) => each.act === act),
  );
  const ordered = [...allowed.filter((act) => main.includes(act)), ...allowed.filter((act) => !main.includes(act))];
  return (
    <Box sx={{ flex: 1 }} className="no-print">
      {ordered.length === 0 ? <Typography color="textSecondary">{actTexts.noActs}</Typography> : null}
      {ordered.length + shutActs.length === 0 ? null : (
        <Stack
          direction="row"
          spacing={1}
          useFlexGap
          sx={{ flexWrap: "wrap" }}
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
          {shutActs.map((each) => (
            <ShutActButton
              key={each.act}
              shut={each}
              isShown={each.act === explained}
              panelId={panelId}
              onToggle={() => setExplained(each.act === explained ? null : each.act)}
            />
          ))}
        </Stack>
      )}
      {shut === undefined ? null : <WhyShut {...{ shut, resource, placeOf }} recordId={record.id} id={panelId} />}
      {only === undefined ? <WhoseTurn next={standing?.next ?? []} /> : null}
      {open === null ? null : (
        <Suspense fallback={null}>
          <ActDialog
            {...{ resource, record }}
            act={open}
            demands={standing?.acts.find(({ act }) => act === open)?.demands ?? []}
            additions={{ ...additions[open], isGrave: grave.includes(open) }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Box>
  );
}
