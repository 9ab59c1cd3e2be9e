import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useState } from "react";
import { Card } from "../pages/card.tsx";
import { Rows } from "../pages/related.tsx";
import { useMe } from "../shell/use-me.ts";
import { PageLoading, PageProblem } from "../states/page-states.tsx";
import { RecordButton } from "./record-button.tsx";
import { holidaysTexts as texts } from "./texts.ts";
import { useYears } from "./use-years.ts";
import { YearCalendar } from "./year-calendar.tsx";

/** The holiday calendar: which years are on record, what is wanting, and what a year says. */
export default function HolidaysPage() {
  const { data, error, isPending, refetch } = useYears();
  const [chosen, setChosen] = useState<number | null>(null);
  const me = useMe();
  const mayRecord = (me?.acts.holidays ?? []).includes("record");
  if (error) return <PageProblem cause={error} onAgain={refetch} />;
  if (isPending) return <PageLoading />;
  const shown = chosen ?? Number(me?.today.slice(0, 4));
  const summary = data.years.find(({ year }) => year === shown);
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
      <Box sx={{ display: "grid", gridTemplateColumns: "400px minmax(0, 1fr)", gap: 1.5, alignItems: "start" }}>
        <div>
          <Card title={texts.years}>
            <Rows
              rows={data.years.map((each) => ({ ...each, id: String(each.year) }))}
              columns={[
                { label: labels.year, cell: ({ year }) => year },
                { label: texts.off, cell: ({ off }) => texts.days(off) },
                { label: texts.working, cell: ({ working }) => texts.days(working) },
                {
                  label: texts.arrangement,
                  cell: ({ year }) => (
                    <Button
                      aria-label={texts.showYear(year)}
                      aria-pressed={shown === year}
                      onClick={() => setChosen(year)}
                    >
                      {texts.show}
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
          {mayRecord ? <OtherYear /> : null}
        </div>
        {summary === undefined ? null : (
          <Box sx={{ position: "sticky", top: 60 }}>
            <Card title={texts.shownYear(summary.year)}>
              <YearCalendar summary={summary} />
            </Card>
          </Box>
        )}
      </Box>
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
