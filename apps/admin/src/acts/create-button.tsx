import Button from "@mui/material/Button";
import { resourceAtAddress } from "@shifan/contract/labels";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../shell/use-me.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import type { MadeBelow } from "./create-dialog.tsx";

const CreateDialog = lazy(() => import("./create-dialog.tsx").then((each) => ({ default: each.CreateDialog })));

/** Makes a record, for whoever may: the button, and the form drawn from the description of its making. */
export function CreateButton({
  resource,
  label,
  access = resourceAtAddress(resource),
  act = "create",
  color = "primary",
  below,
  additions,
}: {
  /** As in the address. */
  resource: string;
  label: string;
  /** The resource and the act in the table of access. */
  access?: string;
  act?: string;
  /** Where two ways of making the same kind of record must not be taken for one another. */
  color?: "primary" | "warning" | "error";
  /** The record below which it is made, where it has its address there. */
  below?: MadeBelow;
  additions?: ActFormAdditions;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (!(useMe()?.acts[access] ?? []).includes(act)) return null;
  return (
    <>
      <Button variant={below === undefined ? "contained" : "outlined"} color={color} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <CreateDialog {...{ resource, label, below }} additions={additions} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
