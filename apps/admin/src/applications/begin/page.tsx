import Typography from "@mui/material/Typography";
import { useSearchParams } from "react-router";
import { Card } from "../../pages/card.tsx";
import { BeginEntry } from "./begin-entry.tsx";
import { FindOrganization } from "./find-organization.tsx";
import { FoundOrganization } from "./found-organization.tsx";
import { RegisterOrganization } from "./register-organization.tsx";
import { beginTexts as texts } from "./texts.ts";

/** From a code on a paper to the desk at which the dossier is typed in. What was found stands in the address, so that a reload loses nothing. */
export default function BeginPage() {
  const [query, setQuery] = useSearchParams();
  const organization = query.get("organization");
  const code = query.get("code");
  return (
    <>
      <Typography component="h1" variant="h1" gutterBottom>
        {texts.title}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {texts.lead}
      </Typography>
      <Card>
        <FindOrganization
          // Another code is another search.
          key={code ?? ""}
          code={code ?? ""}
          onFound={(id, uscc) => setQuery({ code: uscc, organization: id })}
          onNotOnRecord={(uscc) => setQuery({ code: uscc })}
          onSought={() => setQuery({})}
        />
      </Card>
      {organization === null && code !== null ? (
        <Card title={texts.found}>
          <RegisterOrganization
            key={code}
            code={code}
            onRegistered={(id) => setQuery({ code, organization: id })}
            onCancel={() => setQuery({})}
          />
        </Card>
      ) : null}
      {organization === null ? null : (
        <FoundOrganization key={organization} id={organization}>
          {(record) => <BeginEntry organization={record} onCancel={() => setQuery({})} />}
        </FoundOrganization>
      )}
    </>
  );
}
