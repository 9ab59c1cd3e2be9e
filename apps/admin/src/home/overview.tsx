import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { Overview as OverviewOfCity } from "@shifan/contract";
import { Card } from "../pages/card.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { dayText } from "../texts/days.ts";
import { colours } from "../theme/theme.ts";
import { Bars } from "./bars.tsx";
import { homeTexts as texts } from "./texts.ts";
import { useLook } from "./use-look.ts";

const paper = (format: string) => `/api/v1/overview/document?format=${format}`;

/** 一页纸: the funnel, what is late by district, and what may not be shortened and why. */
export function Overview() {
  const { data, error, isPending, refetch } = useLook<OverviewOfCity>("/api/v1/overview");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const { summary, round, late, fixed } = data;
  return (
    <>
      <Card title={round === null ? data.title : texts.round(round.funnel.year)}>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {summary}
        </Typography>
        {round === null ? null : (
          <>
            <Bars
              label={texts.round(round.funnel.year)}
              bars={round.funnel.all.stages.map(({ title, standing, reached }) => ({
                label: title,
                figure: `${reached}${standing > 0 ? texts.standing(standing) : ""}`,
                parts: [
                  { count: standing, colour: colours.blue },
                  { count: reached - standing, colour: colours.bluePale },
                ],
              }))}
            />
            <Typography variant="caption" color="textSecondary">
              {texts.funnelNote}
              {round.funnel.all.ended
                .filter(({ count }) => count > 0)
                .map(({ title, count }) => `；${title}${count}件`)
                .join("")}
            </Typography>
          </>
        )}
        <Box sx={{ mt: 1 }} className="no-print">
          <Link href={paper("pdf")}>{texts.print}</Link>　<Link href={paper("docx")}>{texts.printWord}</Link>
        </Box>
      </Card>
      <Card title={texts.late_by_district}>
        {late.length === 0 ? <Typography variant="body2">{texts.nothingLate}</Typography> : null}
        <Bars
          label={texts.late_by_district}
          bars={late.map(({ name, count }) => ({
            label: name,
            figure: texts.count(count),
            parts: [{ count, colour: colours.red }],
          }))}
        />
      </Card>
      <Card title={texts.fixed}>
        <Box component="ul" sx={{ pl: 2.5, m: 0 }}>
          {fixed.map(({ id, text, article, mark, ground }) => (
            <Typography component="li" variant="body2" key={id} title={`${mark}：${ground}`}>
              {text}（{article}）
            </Typography>
          ))}
        </Box>
        <Typography variant="caption" color="textSecondary">
          {dayText(data.asOf)}
        </Typography>
      </Card>
    </>
  );
}
