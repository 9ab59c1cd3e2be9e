import { ActBar, type ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { Card } from "./card.tsx";
import { type Fact, Facts } from "./facts.tsx";

/** How most pages of a record begin: what may be done to it now, and what it says. */
export function ActsAndFacts({
  resource,
  record,
  page,
  title,
  facts,
}: {
  resource: string;
  record: Tagged;
  page?: ActsOfPage;
  title: string;
  facts: readonly Fact[];
}) {
  return (
    <>
      <Card>
        <ActBar resource={resource} record={record} {...(page === undefined ? {} : { page })} />
      </Card>
      <Card title={title}>
        <Facts facts={facts} />
      </Card>
    </>
  );
}
