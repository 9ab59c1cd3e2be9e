import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { lazy, Suspense, useState } from "react";
import { pathOf } from "../../api/data-provider.ts";
import { SaveLink } from "../../files/save-link.tsx";
import { draftOfRow, type OpenRow, RowForm, type RowOutcome } from "./list/row-form.tsx";
import { RowTable } from "./list/row-table.tsx";
import { useRows } from "./list/use-rows.ts";
import type { PlacedFindings } from "./place-findings.ts";
import { entryTexts } from "./texts.ts";
import type { EntryDrafts } from "./writing/entry-drafts.ts";
import { type Values, valuesOf } from "./writing/written.ts";

const ImportDialog = lazy(() => import("./list/import-dialog.tsx"));

const texts = entryTexts.list;
const newRow = (values: Values = {}): OpenRow => ({ rowId: null, place: null, seen: { revision: 0, values } });

/** A row of which something was typed and is not on the server: it is open again after a reload. */
function unsentRow(list: string, drafts: EntryDrafts): OpenRow | null {
  const prefix = draftOfRow(list, "");
  const name = drafts.parts().find((part) => part.startsWith(prefix));
  const written = name === undefined ? null : drafts.read(name);
  if (name === undefined || written === null) return null;
  const rowId = name.slice(prefix.length);
  return { rowId: rowId === "new" ? null : rowId, place: null, seen: written.seen };
}

/** A list of the form: its rows, the one that is worked on, and the way to and from a spreadsheet. */
export function ListPart({
  applicationId,
  part,
  list,
  drafts,
  findings,
  onChanged,
}: {
  applicationId: string;
  part: FormPart;
  list: { readonly rows: number; readonly tag: string };
  drafts: EntryDrafts;
  findings: PlacedFindings;
  /** The list is another now. */
  onChanged: () => void;
}) {
  const address = pathOf("applications", applicationId, "form", "lists", part.id);
  const [open, setOpen] = useState<OpenRow | null>(() => unsentRow(part.id, drafts));
  // A new form for each new row: two rows beside each other are two pieces of work.
  const [count, setCount] = useState(0);
  const [said, setSaid] = useState("");
  const [isImporting, setIsImporting] = useState(false);
  const isFull = part.mostRows !== null && list.rows >= part.mostRows;

  const show = (row: OpenRow | null) => {
    setOpen(row);
    setCount((before) => before + 1);
  };
  const done = (outcome: RowOutcome) => {
    if (outcome !== "left") onChanged();
    setSaid(saidOf(outcome, open));
    show(outcome === "added_and_next" && part.years.length === 0 ? newRow() : null);
  };
  const addAgain = () => {
    if (open === null) return;
    const name = draftOfRow(part.id, open.rowId);
    const written = drafts.read(name);
    drafts.write(name, null);
    if (written !== null) {
      drafts.write(draftOfRow(part.id, null), { seen: newRow().seen, typed: valuesOf(written) });
    }
    onChanged();
    show(newRow());
  };
  return (
    <Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: "center", flexWrap: "wrap", mb: 1 }}>
        <Typography variant="body2">
          {entryTexts.rows(list.rows)}
          {part.leastRows === null ? "" : `，${texts.least(part.leastRows)}`}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {part.years.length === 0 ? (
          <Button variant="contained" disabled={isFull} onClick={() => show(newRow())}>
            {texts.add}
          </Button>
        ) : (
          <YearButtons {...{ part, address, list, show }} />
        )}
        <Button variant="outlined" onClick={() => setIsImporting(true)}>
          {texts.upload}
        </Button>
        <SaveLink href={`${address}/template.xlsx`}>{texts.template}</SaveLink>
        {list.rows === 0 ? null : <SaveLink href={`${address}/rows.xlsx`}>{texts.download}</SaveLink>}
      </Stack>
      <Typography variant="body2" color="textSecondary" role="status" sx={{ minHeight: 20 }}>
        {isFull && part.mostRows !== null ? texts.full(part.mostRows) : said}
      </Typography>
      {open === null ? null : (
        <RowForm
          key={`${count} ${open.rowId}`}
          {...{ applicationId, part, drafts }}
          row={open}
          findings={open.place === null ? [] : (findings.ofRow.get(open.place) ?? [])}
          onDone={done}
          onAddAgain={addAgain}
        />
      )}
      {list.rows === 0 ? (
        <Typography color="textSecondary">{texts.empty}</Typography>
      ) : (
        <RowTable
          {...{ part, address }}
          tag={list.tag}
          total={list.rows}
          findings={findings.ofRow}
          open={open?.rowId ?? null}
          timesShown={count}
          onOpen={({ rowId, revision, values }, place) => show({ rowId, place, seen: { revision, values } })}
        />
      )}
      {isImporting ? (
        <Suspense fallback={null}>
          <ImportDialog
            {...{ part, address }}
            tag={list.tag}
            total={list.rows}
            onImported={onChanged}
            onClose={() => setIsImporting(false)}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}

/** One button for each year of a list by years: the row that is there is changed, one that is not is added. */
function YearButtons({
  part,
  address,
  list,
  show,
}: {
  part: FormPart;
  address: string;
  list: { readonly rows: number; readonly tag: string };
  show: (row: OpenRow) => void;
}) {
  const { rowAt } = useRows(address, { tag: list.tag, total: list.rows }, [0, Math.max(0, list.rows - 1)]);
  const field = part.fields.find(({ type }) => type === "year")?.id ?? "";
  const rows = Array.from({ length: list.rows }, (_, place) => ({ place, row: rowAt(place) }));
  return part.years.map(({ year, isRequired }) => {
    const known = rows.find(({ row }) => row?.values[field] === year);
    const { row, place } = known ?? {};
    const open: OpenRow =
      row === undefined || place === undefined
        ? newRow({ [field]: year })
        : { rowId: row.rowId, place, seen: { revision: row.revision, values: row.values } };
    return (
      <Button
        key={year}
        variant={isRequired && row === undefined ? "contained" : "outlined"}
        onClick={() => show(open)}
      >
        {row === undefined ? texts.forYear(year) : texts.ofYear(year)}
      </Button>
    );
  });
}

function saidOf(outcome: RowOutcome, row: OpenRow | null): string {
  switch (outcome) {
    case "added":
    case "added_and_next":
      return texts.added;
    case "changed":
      return row?.place === null || row === null ? entryTexts.statuses.saved : texts.saved(row.place + 1);
    case "removed":
      return texts.removed;
    case "left":
      return "";
  }
}
