import { StateChip } from "../../cells/state-chip.tsx";
import { RecordPage } from "../../pages/record-page.tsx";
import { useMe } from "../../shell/use-me.ts";
import { Loading } from "../../states/loading.tsx";
import type { Case } from "../case/case.ts";
import { Desk } from "./desk.tsx";
import { HandedIn } from "./handed-in.tsx";
import { entryTexts as texts } from "./texts.ts";

/** The desk on which an officer types a paper dossier in, from the receipt to the handing in. */
export default function EntryPage() {
  const me = useMe();
  if (me === undefined) return <Loading />;
  return (
    <RecordPage<Case>
      title={({ organizationName }) => texts.title(organizationName)}
      aside={({ state }) => <StateChip resource="applications" state={state} />}
    >
      {(record) =>
        record.allowedActs.includes("edit") ? (
          <Desk key={record.id} record={record} person={me.user.id} />
        ) : (
          <HandedIn record={record} />
        )
      }
    </RecordPage>
  );
}
