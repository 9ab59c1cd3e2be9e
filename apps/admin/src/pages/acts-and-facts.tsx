import type { ReactNode } from "react";
import { ActBar, type ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { Card } from "./card.tsx";
import { type Fact, Facts } from "./facts.tsx";

/** How pages of a record begin: what may be done to it now, and what it says. */
export function ActsAndFacts({
  resource,
  record,
  page,
  warning,
  between,
  title,
  facts,
  below,
}: {
  resource: string;
  record: Tagged;
  page?: ActsOfPage;
  /** Above the buttons: what is to be known before one of them is pressed. */
  warning?: ReactNode;
  /** After the buttons and before the facts: what is worked on, or is to be read first. */
  between?: ReactNode;
  title: string;
  facts: readonly Fact[];
  /** Under the facts, in their card. */
  below?: ReactNode;
}) {
  return (
    <>
      <Card isScreenOnly>
        {warning}
        <ActBar resource={resource} record={record} {...(page === undefined ? {} : { page })} />
      </Card>
      {between}
      <Card title={title}>
        <Facts facts={facts} />
        {below}
      </Card>
    </>
  );
}
