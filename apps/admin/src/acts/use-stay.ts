import { useEffect, useState } from "react";
import { useBlocker } from "react-router";

/**
 * Keeps what would be lost from being left by accident: the browser's way back and forward stays here, and the browser asks before it loads the page
 * anew or closes it.
 *
 * @param holdsWork whether something would be lost now
 * @returns whether somebody has tried to go
 */
export function useStay(holdsWork: () => boolean): boolean {
  const [isStaying, setIsStaying] = useState(false);
  // Where the product itself leads on, what was typed has arrived.
  const blocker = useBlocker(({ historyAction }) => historyAction === "POP" && holdsWork());
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    blocker.reset();
    setIsStaying(true);
  }, [blocker]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (holdsWork()) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [holdsWork]);
  return isStaying;
}
