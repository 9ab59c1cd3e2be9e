import Typography from "@mui/material/Typography";
import { ActForm } from "../../acts/act-form.tsx";
import { createRecord, useDone } from "../../acts/perform.ts";
import { useActDescription } from "../../acts/use-act-description.ts";
import { useContentKey } from "../../acts/use-content-key.ts";
import { pathOf } from "../../api/data-provider.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { beginTexts as texts } from "./texts.ts";
import { useOwnDistricts } from "./use-own-districts.ts";

/** Puts a unit on record, from its licence. */
export function RegisterOrganization({
  code,
  onRegistered,
  onCancel,
}: {
  code: string;
  onRegistered: (id: string) => void;
  onCancel: () => void;
}) {
  const { data, error, refetch } = useActDescription("organizations", "create");
  const { first, field } = useOwnDistricts();
  const keyOf = useContentKey();
  const done = useDone();
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (data === undefined || first === undefined) return <Loading lines={3} />;
  return (
    <>
      <Typography gutterBottom>{texts.notOnRecord}</Typography>
      <ActForm
        description={{ ...data, summary: texts.registered, description: null }}
        additions={{
          known: { uscc: code, district: first },
          own: { holder: null, district: field },
        }}
        perform={async (body) => {
          const answer = await createRecord(pathOf("organizations"), body, keyOf(body));
          await done("organizations", null);
          onRegistered(String(answer.organizationId));
        }}
        onCancel={onCancel}
      />
    </>
  );
}
