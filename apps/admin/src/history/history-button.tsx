import Button from "@mui/material/Button";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../shell/use-me.ts";
import { historyTexts as texts } from "./texts.ts";

const HistoryDrawer = lazy(() => import("./history-drawer.tsx"));

/** Opens the history of a record, for whoever reads the trail. */
export function HistoryButton({ resource, id }: { resource: string; id: string }) {
  const reads = useMe()?.acts.audit ?? [];
  const [isOpen, setOpen] = useState(false);
  if (!reads.includes("read")) return null;
  return (
    <>
      <Button className="no-print" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {texts.open}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <HistoryDrawer resource={resource} id={id} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
