import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ComponentType, lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { ActBar, type ActsOfPage } from "../acts/act-bar.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Loading } from "../states/loading.tsx";
import { Standing } from "./case/standing.tsx";
import type { Case } from "./case.ts";
import { applicationTexts as texts } from "./texts.ts";

/** The parts of a case that are looked at one at a time; each is fetched when it is opened. */
const tabs: readonly { id: string; label: string; Content: ComponentType<{ record: Case }> }[] = [
  { id: "check", label: texts.tabs.check, Content: lazy(() => import("./case/check.tsx")) },
  { id: "form", label: texts.tabs.form, Content: lazy(() => import("./case/form.tsx")) },
];

const acts: ActsOfPage = {
  main: ["accept", "complete-survey", "recommend", "receive", "assign-experts", "finish-review", "propose", "certify"],
  grave: ["return", "not-recommend", "send-back", "not-propose", "reject", "withdraw"],
  elsewhere: ["judge-material", "edit"],
};

/** One case: what is to be decided next, and everything it is decided on. */
export default function CasePage() {
  const [query, setQuery] = useSearchParams();
  const chosen = tabs.find(({ id }) => id === query.get("tab")) ?? tabs[0];
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
          <Paper>
            <Tabs
              value={chosen?.id}
              onChange={(_, id: string) => setQuery({ tab: id }, { replace: true })}
              sx={{ borderBottom: 1, borderColor: "divider" }}
            >
              {tabs.map(({ id, label }) => (
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
        </Stack>
      )}
    </RecordPage>
  );
}
