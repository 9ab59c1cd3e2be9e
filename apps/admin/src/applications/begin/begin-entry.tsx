import Typography from "@mui/material/Typography";
import type { Organization, Round } from "@shifan/contract";
import { useNavigate } from "react-router";
import { ActForm } from "../../acts/act-form.tsx";
import { createRecord, useDone } from "../../acts/perform.ts";
import { useActDescription } from "../../acts/use-act-description.ts";
import { useContentKey } from "../../acts/use-content-key.ts";
import { pathOf } from "../../api/data-provider.ts";
import { Card } from "../../pages/card.tsx";
import { useRelated } from "../../pages/use-related.ts";
import { useMe } from "../../shell/use-me.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { isOpenForEntry } from "./open-rounds.ts";
import { RoundField } from "./round-field.tsx";
import { beginTexts as texts } from "./texts.ts";
import { useOwnDistricts } from "./use-own-districts.ts";

/** Begins the case of a paper dossier: for which round, and on which day it was received. */
export function BeginEntry({ organization, onCancel }: { organization: Organization; onCancel: () => void }) {
  const { data, error, refetch } = useActDescription("applications", "create");
  const rounds = useRelated<Round>("rounds", {}, "year");
  const { first, field } = useOwnDistricts();
  const today = useMe()?.today;
  const keyOf = useContentKey();
  const done = useDone();
  const navigate = useNavigate();
  const failed = error ?? rounds.error;
  if (failed) return <ProblemNote cause={failed} onAgain={error ? refetch : rounds.refetch} />;
  if (data === undefined || rounds.data === undefined || today === undefined) return <Loading lines={3} />;
  const [round] = rounds.data.data.filter(isOpenForEntry);
  return (
    <Card title={texts.begin}>
      {round === undefined ? (
        <Typography color="textSecondary">{texts.noRound}</Typography>
      ) : (
        <ActForm
          description={{ ...data, label: texts.begin, summary: texts.begun, description: null }}
          additions={{
            known: { organizationId: organization.id, roundId: round.id, district: first, receivedOn: today },
            own: { organizationId: null, roundId: RoundField, district: field },
            before: (
              <Typography variant="body2" color="textSecondary">
                {texts.beginNote}
              </Typography>
            ),
          }}
          perform={async (body) => {
            const { id } = await createRecord(pathOf("applications"), body, keyOf(body));
            await done("applications", null);
            navigate(`/applications/${encodeURIComponent(id)}`);
          }}
          onCancel={onCancel}
        />
      )}
    </Card>
  );
}
