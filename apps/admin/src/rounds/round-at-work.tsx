import type { Round } from "@shifan/contract";
import { pathOf } from "../api/data-provider.ts";
import { Downloads } from "../files/downloads.tsx";
import { Card } from "../pages/card.tsx";
import { useMe } from "../shell/use-me.ts";
import { Funnel } from "./funnel.tsx";
import { draftsOf } from "./publicity-preview.tsx";
import { Ranking } from "./ranking.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** What becomes of the cases of a round, for the offices that conduct or watch it; a round that is not open yet has none. */
export function RoundAtWork({ record: { id, state } }: { record: Round }) {
  const me = useMe();
  const roles = me?.grants.map(({ role }) => role) ?? [];
  if (state === "draft" || !roles.some((role) => role === "city" || role === "auditor")) return null;
  const path = pathOf("rounds", id);
  const isCity = roles.includes("city");
  const files = [
    ...(isCity
      ? (["pdf", "docx"] as const).map((format) => ({
          label: texts.minutes[format],
          href: `${path}/minutes?format=${format}`,
        }))
      : []),
    { label: texts.summary, href: `${path}/summary` },
    ...(isCity && state === "list_proposed" ? draftsOf(path) : []),
  ];
  return (
    <>
      <Card title={texts.papers}>
        <Downloads files={files} />
      </Card>
      <Funnel path={`${path}/funnel`} />
      <Ranking path={`${path}/ranking`} />
    </>
  );
}
