import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { CallSheet, Survey } from "@shifan/contract";
import { useNotify } from "ra-core";
import { lazy, Suspense, useState } from "react";
import { ActForm } from "../../acts/act-form.tsx";
import { performAct, useDone } from "../../acts/perform.ts";
import { useActDescription } from "../../acts/use-act-description.ts";
import { useSeen } from "../../acts/use-seen.tsx";
import type { Tagged } from "../../api/data-provider.ts";
import type { Values } from "../../forms/values.ts";
import { useMe } from "../../shell/use-me.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { surveyTexts as texts } from "./texts.ts";
import { readSurvey, type TaggedSurvey, useCallSheet } from "./use-survey.ts";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

type Sampled = Survey["sampled"][number];

/** One enterprise on the phone: whom to ask for, and the form that is filled in meanwhile. */
export function Answer({
  record,
  survey,
  sampled,
  onDone,
}: {
  record: Tagged;
  survey: TaggedSurvey;
  sampled: Sampled;
  onDone: () => void;
}) {
  const sheet = useCallSheet(record.id);
  const today = useMe()?.today;
  const description = useActDescription("applications", "record-answer");
  const [isReplacing, setIsReplacing] = useState(false);
  const notify = useNotify();
  const done = useDone();
  // Two who call at the same time change the survey all day: a question is asked only where it is this enterprise that was changed.
  const { perform, above } = useSeen({
    resource: "applications",
    record: survey,
    act: "record-answer",
    read: () => readSurvey(record.id),
    view: ({ id, sampled: all }) => ({ ...all.find(({ place }) => place === sampled.place), id }),
  });
  const error = sheet.error ?? description.error;
  if (error) return <ProblemNote cause={error} onAgain={sheet.error ? sheet.refetch : description.refetch} />;
  if (sheet.data === undefined || description.data === undefined || today === undefined) return <Loading lines={4} />;
  const entry = sheet.data.find(({ place }) => place === sampled.place);
  const own = { place: null };
  return (
    <Paper sx={{ p: 2 }}>
      <Box sx={{ display: "flex", alignItems: "start", gap: 1 }}>
        <Typography component="h3" variant="h3" sx={{ flex: 1 }}>
          {sampled.place}. {sampled.enterprise}
          {sampled.state === "answered" ? `（${texts.correct}）` : ""}
        </Typography>
        {sampled.state === "drawn" && survey.allowedActs.includes("replace-sampled") ? (
          <Button onClick={() => setIsReplacing(true)}>{texts.replace}</Button>
        ) : null}
      </Box>
      <WhomToCall entry={entry} />
      {above}
      <ActForm
        description={description.data}
        additions={{ known: knownOf(sampled, entry, today), own }}
        perform={async (body) => {
          await perform((seen) => performAct({ resource: "applications", record: seen, act: "record-answer" }, body));
          await done("applications", null);
        }}
        onDone={() => {
          notify(texts.saved(sampled.enterprise), { type: "success" });
          onDone();
        }}
        onCancel={onDone}
      />
      {isReplacing ? (
        <Suspense fallback={null}>
          <ActDialog
            resource="applications"
            record={record}
            act="replace-sampled"
            additions={{
              known: { place: sampled.place },
              own,
              before: <Typography sx={{ fontWeight: 600 }}>{texts.replaces(sampled.enterprise)}</Typography>,
            }}
            onClose={() => setIsReplacing(false)}
          />
        </Suspense>
      ) : null}
    </Paper>
  );
}

/** The contact that the applicant's list names. */
function WhomToCall({ entry }: { entry: CallSheet[number] | undefined }) {
  if (entry === undefined) return null;
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {texts.contact(entry.contact, entry.phone)}
      {entry.serviceSummary === null ? "" : `　${texts.summary(entry.serviceSummary)}`}
    </Typography>
  );
}

/** What is on record, to be corrected; of one who is being called, what the list says of them. How satisfied they are is never filled in beforehand. */
function knownOf(sampled: Sampled, entry: CallSheet[number] | undefined, today: string): Values {
  const { place, interviewee, position, phone, rating, method, answeredOn, remark, state } = sampled;
  if (state === "answered") return { place, interviewee, position, phone, rating, method, answeredOn, remark };
  return {
    place,
    interviewee: entry?.contact ?? "",
    phone: entry?.phone ?? "",
    method: "telephone",
    answeredOn: today,
  };
}
