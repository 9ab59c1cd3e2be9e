import type { AuditEntryView } from "@shifan/contract";
import { resourceLabels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DistrictCell, InstantCell } from "../cells/cells.tsx";
import { ChoiceFilter, DistrictFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { useMe } from "../shell/use-me.ts";
import { DayFilter } from "./day-filter.tsx";
import { Outcome } from "./outcome.tsx";
import { BrokenTrail, Standing } from "./standing.tsx";
import { auditTexts as texts } from "./texts.ts";

const Column = DataTable.Col<AuditEntryView>;

/** What was done, refused or read, by whom, when and on which ground; above it whether all of it is as it was written. */
export default function AuditList() {
  const acts = useMe()?.acts ?? {};
  // Whoever may check the trail reads all of it; others have no use for kinds of record that they cannot read.
  const readsAll = (acts.audit ?? []).includes("read-all");
  const kinds = Object.entries(resourceLabels).filter(([name]) => readsAll || (acts[name] ?? []).includes("read"));
  return (
    <>
      <BrokenTrail />
      <ListPage
        title={texts.list}
        actions={<Standing />}
        sort={{ field: "createdAt", order: "DESC" }}
        rowTo={false}
        filters={[
          <ChoiceFilter
            key="resource"
            source="resource"
            label={texts.record}
            choices={Object.fromEntries(kinds)}
            alwaysOn
          />,
          <ChoiceFilter key="outcome" source="outcome" label={texts.outcome} choices={texts.outcomes} alwaysOn />,
          <DayFilter key="day" source="day" alwaysOn />,
          <DistrictFilter key="district" source="district" alwaysOn />,
        ]}
      >
        <Column
          source="createdAt"
          label={texts.at}
          render={({ at }) => <InstantCell instant={at} />}
          sx={{ whiteSpace: "nowrap" }}
        />
        <Column source="actor" label={texts.who} disableSort render={({ actor }) => <Who actor={actor} />} />
        <Column source="act" label={texts.what} disableSort render={({ actLabel }) => actLabel} />
        <Column
          source="resource"
          label={texts.record}
          disableSort
          render={({ resourceLabel, recordName, page }) => {
            const which = recordName === null ? resourceLabel : `${resourceLabel}：${recordName}`;
            return page === null ? (
              which
            ) : (
              <RecordLink resource={page.resource} id={page.id}>
                {which}
              </RecordLink>
            );
          }}
        />
        <Column source="outcome" label={texts.outcome} disableSort render={(entry) => <Outcome entry={entry} />} />
        <Column
          source="ground"
          label={texts.why}
          disableSort
          render={({ article, ground }) => [article, ground].filter(Boolean).join("　")}
        />
        <Column source="fields" label={texts.fields} disableSort render={({ fields }) => fields.join("、")} />
      </ListPage>
    </>
  );
}

/** Who acted, and in whose place. */
function Who({ actor }: Pick<AuditEntryView, "actor">) {
  return (
    <>
      {actor.name ?? actor.roleLabel}
      {actor.name === null ? null : `（${actor.roleLabel}`}
      {actor.district === null ? null : (
        <>
          ，<DistrictCell district={actor.district} />
        </>
      )}
      {actor.name === null ? null : "）"}
      {actor.onBehalfOf === null ? null : `　${texts.onBehalfOf(actor.onBehalfOf)}`}
    </>
  );
}
