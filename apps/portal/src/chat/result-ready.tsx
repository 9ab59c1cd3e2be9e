import type { Turn } from "../api/types.ts";
import { Link } from "../router.tsx";
import { texts } from "../texts.ts";

/** The way from the conversation to the result, once there is one. Hidden where both stand side by side. */
export function ResultReady({ turn }: { turn: Turn }) {
  if (turn.assessment === null) return null;
  const finished = turn.question === null;
  return (
    <div className="result-ready">
      {finished ? <p>{texts.chat.resultReady}</p> : null}
      <Link to="result" className={finished ? "button primary" : "button"}>
        {finished ? texts.chat.seeResult : texts.chat.resultSoFar}
      </Link>
    </div>
  );
}
