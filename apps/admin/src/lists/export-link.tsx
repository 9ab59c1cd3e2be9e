import { exportedLists } from "@shifan/contract/labels";
import { useListContext } from "ra-core";
import { Children, isValidElement, type ReactNode } from "react";
import { pathOf, withoutBlanks } from "../api/data-provider.ts";
import { SaveLink } from "../files/save-link.tsx";
import { listTexts } from "./texts.ts";

/** The columns of a list as its page shows them: of each the field and its heading. */
export function columnsOf(children: ReactNode): readonly (readonly [string, string])[] {
  return Children.toArray(children).flatMap((each) => {
    if (!isValidElement<{ source?: unknown; label?: unknown }>(each)) return [];
    const { source, label } = each.props;
    return typeof source === "string" && typeof label === "string" ? [[source, label] as const] : [];
  });
}

/** What is shown, as a spreadsheet: all pages, by the filters and in the order as they stand. */
export function ExportLink({ columns }: { columns: ReactNode }) {
  const { resource, filterValues, sort, total } = useListContext();
  if (exportedLists[resource] === undefined || total === 0) return null;
  const query = new URLSearchParams({
    columns: JSON.stringify(columnsOf(columns)),
    sort: JSON.stringify([sort.field, sort.order]),
    filter: JSON.stringify(withoutBlanks(filterValues)),
  });
  return (
    <div className="no-print">
      <SaveLink href={`${pathOf("exports", resource)}?${query}`} look="outlined">
        {listTexts.export}
      </SaveLink>
    </div>
  );
}
