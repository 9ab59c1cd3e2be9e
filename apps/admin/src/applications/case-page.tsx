import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ComponentType, lazy, Suspense } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { StateChip } from "../cells/state-chip.tsx";
import { notesTexts } from "../notes/texts.ts";
import { useNotes } from "../notes/use-notes.ts";
import { RecordPage } from "../pages/record-page.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import type { Case } from "./case/case.ts";
import { CaseActs } from "./case/case-acts.tsx";
import { hasBeenAccepted } from "./case/stages.ts";
import { Standing } from "./case/standing.tsx";
import { useEarlyPart } from "./case/use-part.ts";
import { entryTexts } from "./entry/texts.ts";
import { panelTexts } from "./panel/texts.ts";
import { surveyTexts } from "./survey/texts.ts";
import { applicationTexts as texts } from "./texts.ts";

/** The parts of a case that are looked at one at a time; each is fetched when it is opened. */
type CaseTab = {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType<{ record: Case }>;
  /** What one has to be able to read for it; without, whoever reads the case has it. */
  readonly reads?: string;
  /** Without, every case has it. */
  readonly isOf?: (record: Case) => boolean;
};
// What is looked at first is fetched beside the record and not after it.
const check = import("./case/check.tsx");
const tabs: readonly CaseTab[] = [
  { id: "check", label: texts.tabs.check, Content: lazy(() => check) },
  { id: "form", label: texts.tabs.form, Content: lazy(() => import("./case/form.tsx")) },
  {
    id: "changes",
    label: texts.tabs.changes,
    Content: lazy(() => import("./case/changes.tsx")),
    isOf: ({ returned }) => returned !== null,
  },
  {
    id: "survey",
    label: surveyTexts.tab,
    Content: lazy(() => import("./survey/survey.tsx")),
    reads: "surveys",
    isOf: ({ state }) => hasBeenAccepted(state),
  },
  { id: "panel", label: panelTexts.tab, Content: lazy(() => import("./panel/panel.tsx")), reads: "reviews" },
  { id: "notes", label: notesTexts.title, Content: lazy(() => import("./case/notes.tsx")), reads: "staff_notes" },
  { id: "documents", label: texts.tabs.documents, Content: lazy(() => import("./case/documents.tsx")) },
  { id: "related", label: texts.tabs.related, Content: lazy(() => import("./case/related.tsx")) },
];

/** One case: what is to be decided next, and everything it is decided on. */
export default function CasePage() {
  const { id = "" } = useParams();
  const [query] = useSearchParams();
  useEarlyPart(decodeURIComponent(id), "findings", (query.get("tab") ?? tabs[0]?.id) === "check");
  return (
    <RecordPage<Case>
      title={(record) => record.organizationName}
      aside={({ state }) => <StateChip resource="applications" state={state} />}
    >
      {(record) => (
        <Stack spacing={1}>
          <Standing record={record} />
          <Paper sx={{ p: 1 }}>
            <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: "wrap" }}>
              <EntryLink record={record} />
              <CaseActs record={record} />
            </Stack>
          </Paper>
          <CaseTabs record={record} />
        </Stack>
      )}
    </RecordPage>
  );
}

/** To the form itself, for whoever may write in it: a dossier that is still typed in, or one that came back. */
function EntryLink({ record: { id, state, allowedActs } }: { record: Case }) {
  if (!allowedActs.includes("edit")) return null;
  return (
    <Button component={Link} variant="contained" to={`/applications/${encodeURIComponent(id)}`}>
      {state === "draft" ? entryTexts.goOn : entryTexts.correct}
    </Button>
  );
}

function CaseTabs({ record }: { record: Case }) {
  const [query, setQuery] = useSearchParams();
  const acts = useMe()?.acts ?? {};
  const notes = useNotes("applications", record.id).data?.total ?? 0;
  const offered = tabs.filter(
    ({ reads, isOf = () => true }) => isOf(record) && (reads === undefined || acts[reads]?.includes("read")),
  );
  const chosen = offered.find(({ id }) => id === query.get("tab")) ?? offered[0];
  if (chosen === undefined) return null;
  return (
    <Paper>
      <Tabs
        value={chosen.id}
        onChange={(_, id: string) => setQuery({ tab: id }, { replace: true })}
        sx={{ borderBottom: 1, borderColor: "divider" }}
      >
        {offered.map(({ id, label }) => (
          <Tab
            key={id}
            value={id}
            label={id === "notes" ? notesTexts.titleWith(notes) : label}
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${chosen.id}`} aria-labelledby={`tab-${chosen.id}`}>
        <Suspense fallback={<Loading />}>
          <chosen.Content record={record} />
        </Suspense>
      </div>
    </Paper>
  );
}
