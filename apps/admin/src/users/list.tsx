import type { User } from "@shifan/contract";
import { fieldLabels as labels, roleLabels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { ChoiceFilter, SearchFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { invitationAdditions } from "./invitation.tsx";
import { usersTexts as texts } from "./texts.ts";

const Column = DataTable.Col<User>;

/** Accounts. */
export default function UsersList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "name", order: "ASC" }}
      filters={[
        <SearchFilter key="q" source="q" alwaysOn />,
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
      ]}
      actions={<CreateButton resource="users" label={texts.create} act="invite" additions={invitationAdditions} />}
    >
      <Column source="name" label={labels.personName} />
      <Column source="email" label={labels.email} />
      <Column source="kind" label={labels.kind} disableSort render={({ kind }) => texts.kinds[kind]} />
      <Column
        source="grants"
        label={labels.grants}
        disableSort
        render={({ grants }) =>
          grants
            .filter(({ endedAt }) => endedAt === null)
            .map(({ role }) => roleLabels[role])
            .join("、")
        }
      />
      <Column
        source="hasSecondFactor"
        label={labels.hasSecondFactor}
        disableSort
        render={({ hasSecondFactor }) => (hasSecondFactor ? "✓" : "—")}
      />
      <Column
        source="disabledAt"
        label={labels.disabledAt}
        disableSort
        render={({ disabledAt }) => (disabledAt === null ? "" : texts.disabled)}
      />
    </ListPage>
  );
}
