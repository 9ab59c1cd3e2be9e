import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useSearchParams } from "react-router";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { Case } from "../case/case.ts";
import { CounterActs } from "../case/counter-acts.tsx";
import { FoundHere } from "./found-here.tsx";
import { HandIn } from "./hand-in.tsx";
import { ListPart } from "./list-part.tsx";
import { MaterialsPart } from "./materials-part.tsx";
import { menuOf } from "./menu.ts";
import { PartsMenu } from "./parts-menu.tsx";
import { placeFindings } from "./place-findings.ts";
import { ReceiptPaper } from "./receipt-paper.tsx";
import { SectionPart } from "./section-part.tsx";
import { entryTexts as texts } from "./texts.ts";
import { useForm } from "./use-form.ts";
import { entryDraftsOn } from "./writing/entry-drafts.ts";

/** Parts on the left, the one that is open in the middle, what does not fit to the right. */
export function Desk({ record, person }: { record: Case; person: string }) {
  const { form, findings, keepSection, look } = useForm(record.id);
  const drafts = useMemo(() => entryDraftsOn(() => window.sessionStorage, person, record.id), [person, record.id]);
  const unsent = useSyncExternalStore(drafts.subscribe, drafts.parts);
  const [query, setQuery] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = query.get("part");
  const isFirst = useRef(true);
  const [areMaterialsOpen, setAreMaterialsOpen] = useState(false);
  if (chosen === "materials" && !areMaterialsOpen) setAreMaterialsOpen(true);
  useEffect(() => {
    // Whoever goes on to another part goes on at its beginning.
    if (!isFirst.current && chosen !== null) heading.current?.focus();
    isFirst.current = false;
  }, [chosen]);
  if (form.error) return <ProblemNote cause={form.error} onAgain={form.refetch} />;
  if (findings.error) return <ProblemNote cause={findings.error} onAgain={findings.refetch} />;
  if (form.data === undefined || findings.data === undefined) return <Loading />;

  const { parts } = form.data;
  const found = findings.data.findings;
  const entries = menuOf({ record, form: form.data, findings: findings.data, unsent });
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosen),
  );
  const entry = entries[at];
  const next = entries[at + 1];
  const choose = (id: string) => setQuery({ part: id });
  const part = parts.find(({ id }) => id === entry?.id);
  const placed = part === undefined ? null : placeFindings(found, part);
  const elsewhere = parts
    .filter(({ id }) => id !== part?.id)
    .map((each) => ({ id: each.id, title: each.title, count: placeFindings(found, each).all.length }))
    .filter(({ count }) => count > 0);
  if (entry === undefined) return null;
  return (
    <Box
      sx={{
        display: "grid",
        gap: 1.5,
        alignItems: "start",
        gridTemplateColumns: { xs: "1fr", md: "208px minmax(0, 1fr)", lg: "208px minmax(0, 1fr) 264px" },
        "@media print": { display: "block" },
      }}
    >
      <Paper component="nav" aria-label={texts.parts} className="no-print" sx={{ position: { md: "sticky" }, top: 56 }}>
        <Box sx={{ maxHeight: { md: "calc(100vh - 150px)" }, overflowY: "auto" }}>
          <PartsMenu entries={entries} chosen={entry.id} onChoose={choose} />
        </Box>
      </Paper>
      <Paper sx={{ p: 2, minWidth: 0 }}>
        <Typography
          component="h2"
          variant="h2"
          ref={heading}
          tabIndex={-1}
          className="no-print"
          sx={{ mb: 0.5, outline: "none" }}
        >
          {entry.label}
        </Typography>
        {entry.id === "receipt" ? (
          <>
            <CounterActs record={record} />
            <ReceiptPaper record={record} isHeaded={false} />
          </>
        ) : null}
        {/* Once open it stays: what is on its way goes on while another part is typed in. */}
        {areMaterialsOpen ? (
          <Box hidden={entry.id !== "materials"}>
            <MaterialsPart record={record} materials={findings.data.materials} />
          </Box>
        ) : null}
        {entry.id === "hand-in" ? (
          <HandIn record={record} findings={findings.data} unsent={entries.filter(({ isUnsent }) => isUnsent)} />
        ) : null}
        {part?.kind === "section" && placed !== null ? (
          <SectionPart
            key={part.id}
            {...{ part, drafts }}
            applicationId={record.id}
            seen={form.data.sections[part.id] ?? { revision: 0, values: {} }}
            findings={placed}
            onSaved={keepSection}
          />
        ) : null}
        {part?.kind === "list" && placed !== null ? (
          <ListPart
            key={part.id}
            {...{ part, drafts }}
            applicationId={record.id}
            list={form.data.lists[part.id] ?? { rows: 0, tag: "0" }}
            findings={placed}
            onChanged={look}
          />
        ) : null}
        {next === undefined ? null : (
          <Box className="no-print" sx={{ mt: 2, display: "flex", alignItems: "center", gap: 2 }}>
            <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
              {part === undefined ? "" : texts.keys}
            </Typography>
            <Button variant="outlined" onClick={() => choose(next.id)}>
              {texts.next}：{next.label}
            </Button>
          </Box>
        )}
      </Paper>
      <Paper sx={{ p: 1.5, position: { lg: "sticky" }, top: 56 }} className="no-print">
        <FoundHere here={placed?.all ?? []} elsewhere={elsewhere} onChoose={choose} />
      </Paper>
    </Box>
  );
}
