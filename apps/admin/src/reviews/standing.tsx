import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { Card } from "../pages/card.tsx";
import { district, due, Facts, instant, long, text } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { useMe } from "../shell/use-me.ts";
import { instantText } from "../texts/days.ts";
import type { SavedReview } from "./scoring/use-autosave.ts";
import { WrittenSheet } from "./scoring/written-sheet.tsx";
import { reviewsTexts as texts } from "./texts.ts";

/** How a review stands, its sheet as far as the reader may see it, and what stood there before it was opened again. */
export function Standing({ record, showsSheet }: { record: SavedReview; showsSheet: boolean }) {
  const { expert, recusal, scores, sheet, reopened } = record;
  const readsCases = useMe()?.acts.applications?.includes("read") ?? false;
  return (
    <>
      <Card title={texts.facts}>
        <Facts
          facts={[
            {
              label: labels.organizationName,
              value: readsCases ? (
                <RecordLink resource="applications" id={record.applicationId}>
                  {record.organizationName}
                </RecordLink>
              ) : (
                record.organizationName
              ),
            },
            district(labels.district, record.district),
            text(labels.expert, `${expert.name}（${expert.employer}，${expert.position}）`),
            due(labels.dueOn, record.state === "submitted" ? null : record.dueOn),
            text(labels.total, record.total),
            instant(labels.submittedAt, record.submittedAt),
            long(labels.reason, recusal === null ? null : `${texts.recused(recusal.by)}：${recusal.reason}`),
          ]}
        />
      </Card>
      {showsSheet && recusal === null ? (
        <Card title={texts.sheet}>
          {scores === null ? (
            <Typography color="textSecondary">{texts.noScores}</Typography>
          ) : (
            <WrittenSheet sheet={sheet} scores={scores} />
          )}
        </Card>
      ) : null}
      {reopened.map((each) => (
        <Card key={each.n} title={texts.reopened(each.n)}>
          <Typography color="textSecondary">
            {texts.reopenedWhen(instantText(each.submittedAt), instantText(each.reopenedAt))}
          </Typography>
          <Typography>{each.reason}</Typography>
          <WrittenSheet sheet={sheet} scores={each.scores} />
        </Card>
      ))}
    </>
  );
}
