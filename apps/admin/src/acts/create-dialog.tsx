import { useNavigate } from "react-router";
import { pathOf } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { createRecord, useDone } from "./perform.ts";
import { useActDescription } from "./use-act-description.ts";
import { useContentKey } from "./use-content-key.ts";

/** The making of a record; its page is opened when the server has made it. */
export function CreateDialog({
  resource,
  label,
  additions = {},
  onClose,
}: {
  resource: string;
  label: string;
  additions?: ActFormAdditions | undefined;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const done = useDone();
  const keyOf = useContentKey();
  return (
    <ActFrame
      description={useActDescription(resource, "create")}
      about={{ resource, act: "create" }}
      label={label}
      additions={additions}
      send={(body) => createRecord(pathOf(resource), body, keyOf(body))}
      onAccepted={async ({ id }) => {
        await done(resource, null);
        // What is shown once would go with the list.
        if (additions.outcome === undefined) navigate(`/${resource}/${encodeURIComponent(id)}/show`);
      }}
      onClose={onClose}
    />
  );
}
