import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useState } from "react";
import { InstantCell } from "../cells/cells.tsx";
import { Card } from "../pages/card.tsx";
import { Rows } from "../pages/related.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { RecordButton } from "./record-button.tsx";
import { holidaysTexts as texts } from "./texts.ts";
import { useYears } from "./use-years.ts";
import { YearCalendar } from "./year-calendar.tsx";

/** The holiday calendar: which years are on record, what is wanting, and what a year says. */
export default function HolidaysPage() {
  const { data, error, isPending, refetch } = useYears();
  const [shown, setShown] = useState<number | null>(null);
  const mayRecord = (useMe()?.acts.holidays ?? []).includes("record");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Typography component="h1" variant="h1" sx={{ mb: 1.5 }}>
        {texts.list}
      </Typography>
      {data.missing.map((year) => (
        <Alert
          key={year}
          severity="warning"
          sx={{ mb: 1.5 }}
          action={<RecordButton year={year} label={texts.record(year)} isMain />}
        >
          <AlertTitle>{texts.missing(year)}</AlertTitle>
          {texts.missingLead}
          {mayRecord ? null : texts.missingForOthers}
        </Alert>
      ))}
      <Card>
        <Typography variant="body2">{texts.lead}</Typography>
      </Card>
      <Card>
        <Rows
          rows={data.years.map((each) => ({ ...each, id: String(each.year) }))}
          columns={[
            { label: labels.year, cell: ({ year }) => year },
            { label: texts.off, cell: ({ off }) => texts.days(off) },
            { label: texts.working, cell: ({ working }) => texts.days(working) },
            { label: labels.source, cell: ({ source }) => source },
            { label: texts.recordedAt, cell: ({ recordedAt }) => <InstantCell instant={recordedAt} /> },
            {
              label: "",
              cell: ({ year }) => (
                <Button
                  aria-label={`${year}年：${shown === year ? texts.hide : texts.show}`}
                  aria-expanded={shown === year}
                  onClick={() => setShown(shown === year ? null : year)}
                >
                  {shown === year ? texts.hide : texts.show}
                </Button>
              ),
            },
          ]}
        />
      </Card>
      {shown === null ? null : (
        <Card title={texts.shownYear(shown)}>
          <YearCalendar year={shown} />
        </Card>
      )}
      {mayRecord ? <OtherYear /> : null}
    </>
  );
}

/** A year that nobody asks for yet. */
function OtherYear() {
  const [text, setText] = useState("");
  const plain = text.normalize("NFKC").trim();
  const isYear = /^(19|20)\d{2}$/.test(plain);
  return (
    <Card title={texts.otherYear}>
      <Box sx={{ display: "flex", alignItems: "start", gap: 1 }}>
        <TextField
          label={texts.year}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={text !== "" && !isYear}
          helperText={text !== "" && !isYear ? texts.notAYear : " "}
          slotProps={{ htmlInput: { inputMode: "numeric" } }}
        />
        {isYear ? <RecordButton key={plain} year={Number(plain)} label={texts.begin} /> : null}
      </Box>
    </Card>
  );
}
