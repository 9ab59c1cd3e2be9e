import type { DemonstrationView } from "@shifan/contract/client";
import { useEffect, useState } from "react";
import { attempt } from "../api/outcome.ts";
import { texts } from "../texts.ts";

const askAgainMilliseconds = 5_000;

/** What was told last: the next page shows it at once, and does not jump when it is told again. */
let lastTold: DemonstrationView | null = null;

/** Says on every page that nothing of it counts, where this is a demonstration, and how far its data are. */
export function DemonstrationBanner() {
  const [told, setTold] = useState(lastTold);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isShown = true;
    const ask = async () => {
      const outcome = await attempt((client) => client.readDemonstration());
      if (!isShown || !outcome.ok) return;
      lastTold = outcome.value;
      setTold(outcome.value);
      if (outcome.value.state === "preparing") timer = setTimeout(ask, askAgainMilliseconds);
    };
    void ask();
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, []);
  if (told === null || !told.isDemonstration) return null;
  return (
    <aside className="demonstration" aria-label={texts.site.demonstration}>
      {told.text}
    </aside>
  );
}
