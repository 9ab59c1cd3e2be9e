import { useOutcome } from "../api/use-outcome.ts";
import { dayText } from "../shell/day.ts";
import { Phrases } from "../shell/phrases.tsx";
import { texts } from "../texts.ts";

/** Whether applications are taken now, and until when. Says nothing as long as it does not know. */
export function RoundStatus() {
  const loaded = useOutcome("rounds", (client) => client.listRounds());
  if (loaded.state !== "here") return <p className="round-status" />;
  const open = loaded.value.find(({ state }) => state === "open");
  const until = open?.submissionDeadline ?? null;
  return (
    <p className="round-status">
      <Phrases
        of={
          open === undefined || until === null
            ? texts.home.notAccepting
            : texts.home.accepting(open.year, dayText(until), open.daysLeft)
        }
      />
    </p>
  );
}
