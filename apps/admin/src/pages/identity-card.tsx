import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";

/** Who objects or complains, in their own words: fetched when it is asked for, for every look is noted. Nothing for whoever may not look. */
export function IdentityCard<Identity>({
  access,
  resource,
  id,
  children,
}: {
  /** The resource of the table of access, which may part what one address holds. */
  access: string;
  resource: string;
  id: string;
  children: (identity: Identity) => ReactNode;
}) {
  const mayRead = useMe()?.acts[access]?.includes("read-identity") ?? false;
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [resource, "identity", id],
    queryFn: async () => (await ask<Identity>({ method: "GET", path: pathOf(resource, id, "identity") })).body,
    enabled: mayRead && isAsked,
    // An act on the record is no new look at the person.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!mayRead) return null;
  if (!isAsked) {
    return (
      <Card title={texts.identity}>
        <Typography color="textSecondary" variant="body2" gutterBottom>
          {texts.identityNote}
        </Typography>
        <Button variant="outlined" onClick={() => setIsAsked(true)}>
          {texts.showIdentity}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={texts.identity}>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && !error ? <Loading lines={2} /> : null}
      {data === undefined ? null : children(data)}
    </Card>
  );
}
