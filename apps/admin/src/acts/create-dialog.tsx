import { useNavigate } from "react-router";
import { pathOf } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { createRecord, useDone } from "./perform.ts";
import { useActDescription } from "./use-act-description.ts";
import { useContentKey } from "./use-content-key.ts";

/** Where a record is made below another one: notices/{id}/objections. */
export type MadeBelow = { readonly resource: string; readonly id: string; readonly act: string };

/** The making of a record; its page is opened when the server has made it. */
export function CreateDialog({
  resource,
  label,
  below,
  additions = {},
  onClose,
}: {
  resource: string;
  label: string;
  below?: MadeBelow | undefined;
  additions?: ActFormAdditions | undefined;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const done = useDone();
  const keyOf = useContentKey();
  const path = below === undefined ? pathOf(resource) : pathOf(below.resource, below.id, below.act);
  return (
    <ActFrame
      description={useActDescription(below?.resource ?? resource, below?.act ?? "create")}
      recordId={below?.id ?? null}
      label={label}
      additions={additions}
      send={(body) => createRecord(path, body, keyOf(body))}
      onAccepted={async ({ id }) => {
        await done(resource, null);
        // What is shown once would go with the list.
        if (additions.outcome === undefined) navigate(`/${resource}/${encodeURIComponent(id)}/show`);
      }}
      onClose={onClose}
    />
  );
}
