import type { Round } from "@shifan/contract";
import { pathOf } from "../api/data-provider.ts";
import { Downloads } from "../files/downloads.tsx";
import { Card } from "../pages/card.tsx";
import { useMe } from "../shell/use-me.ts";
import { Funnel } from "./funnel.tsx";
import { draftsOf } from "./publicity-preview.tsx";
import { Ranking } from "./ranking.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** What becomes of the cases of a round, as far as the reader may see it; a round that is not open yet has none. */
export function RoundAtWork({ record: { id, state } }: { record: Round }) {
  const me = useMe();
  if (state === "draft" || me === undefined) return null;
  const may = (resource: string, act: string) => me.acts[resource]?.includes(act) ?? false;
  const path = pathOf("rounds", id);
  const files = [
    ...(may("rounds", "print-minutes") ? minutesOf(path) : []),
    ...(may("rounds", "export-summary") ? [{ label: texts.summary, href: `${path}/summary` }] : []),
    ...(may("rounds", "publish-list") && state === "list_proposed" ? draftsOf(path) : []),
  ];
  return (
    <>
      {files.length === 0 ? null : (
        <Card title={texts.papers}>
          <Downloads files={files} />
        </Card>
      )}
      {may("round_funnels", "read") ? <Funnel path={`${path}/funnel`} /> : null}
      {may("applications", "read") && may("reviews", "read") ? <Ranking path={`${path}/ranking`} /> : null}
    </>
  );
}

function minutesOf(path: string) {
  return (["pdf", "docx"] as const).map((format) => ({
    label: texts.minutes[format],
    href: `${path}/minutes?format=${format}`,
  }));
}
