import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import type { Me } from "@shifan/contract";
import { type ComponentType, lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { ActBar, type ActsOfPage } from "../acts/act-bar.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { hasBeenAccepted } from "./case/stages.ts";
import { Standing } from "./case/standing.tsx";
import type { Case } from "./case.ts";
import { surveyTexts } from "./survey/texts.ts";
import { applicationTexts as texts } from "./texts.ts";

type CaseTab = {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType<{ record: Case }>;
  /** Without, every case has it, for whoever sees the case. */
  readonly isOf?: (record: Case, me: Me) => boolean;
};

/** The parts of a case that are looked at one at a time; each is fetched when it is opened. */
const tabs: readonly CaseTab[] = [
  { id: "check", label: texts.tabs.check, Content: lazy(() => import("./case/check.tsx")) },
  { id: "form", label: texts.tabs.form, Content: lazy(() => import("./case/form.tsx")) },
  {
    id: "survey",
    label: surveyTexts.tab,
    Content: lazy(() => import("./survey/survey.tsx")),
    isOf: ({ state }, { acts: { surveys = [] } }) => surveys.includes("read") && hasBeenAccepted(state),
  },
];

const acts: ActsOfPage = {
  main: [
    "accept",
    "draw-sample",
    "complete-survey",
    "recommend",
    "receive",
    "assign-experts",
    "finish-review",
    "propose",
    "certify",
  ],
  grave: ["return", "not-recommend", "send-back", "not-propose", "reject", "withdraw"],
  elsewhere: ["judge-material", "edit", "draw-sample", "record-answer", "replace-sampled", "assess-operation"],
};

/** One case: what is to be decided next, and everything it is decided on. */
export default function CasePage() {
  return (
    <RecordPage<Case>
      title={(record) => record.organizationName}
      aside={({ state }) => <StateChip resource="applications" state={state} />}
    >
      {(record) => (
        <Stack spacing={1.5}>
          <Standing record={record} />
          <Paper sx={{ p: 1.5 }}>
            <ActBar resource="applications" record={record} page={acts} />
          </Paper>
          <CaseTabs record={record} />
        </Stack>
      )}
    </RecordPage>
  );
}

/** The tabs of a case, and the one that is open: it stands in the address. */
function CaseTabs({ record }: { record: Case }) {
  const me = useMe();
  const [query, setQuery] = useSearchParams();
  const offered = tabs.filter(({ isOf }) => isOf === undefined || (me !== undefined && isOf(record, me)));
  const chosen = offered.find(({ id }) => id === query.get("tab")) ?? offered[0];
  return (
    <Paper>
      <Tabs
        value={chosen?.id}
        onChange={(_, id: string) => setQuery({ tab: id }, { replace: true })}
        sx={{ borderBottom: 1, borderColor: "divider" }}
      >
        {offered.map(({ id, label }) => (
          <Tab key={id} value={id} label={label} id={`tab-${id}`} aria-controls={`panel-${id}`} />
        ))}
      </Tabs>
      {chosen === undefined ? null : (
        <div role="tabpanel" id={`panel-${chosen.id}`} aria-labelledby={`tab-${chosen.id}`}>
          <Suspense fallback={<Loading />}>
            <chosen.Content record={record} />
          </Suspense>
        </div>
      )}
    </Paper>
  );
}
