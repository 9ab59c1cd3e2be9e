import { ListContextProvider, useListContext } from "ra-core";
import { FilterForm } from "ra-ui-materialui";
import { type ReactElement, useState } from "react";

/**
 * What a list is filtered by. The form lets half a second pass, so that not every letter is sought; whoever has opened a record meanwhile is not led
 * back to the list.
 */
export function FilterLine({ filters }: { filters: ReactElement[] }) {
  const list = useListContext();
  // The list stays in the page while that of the record is on its way: where the person is, the browser alone knows.
  const [here] = useState(() => window.location.pathname);
  const setFilters: typeof list.setFilters = (...filter) => {
    if (window.location.pathname === here) list.setFilters(...filter);
  };
  return (
    <ListContextProvider value={{ ...list, setFilters }}>
      <FilterForm filters={filters} />
    </ListContextProvider>
  );
}
