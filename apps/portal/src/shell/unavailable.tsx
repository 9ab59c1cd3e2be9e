import { texts } from "../texts.ts";

/** That something could not be read now, and the way to try again. */
export function Unavailable({ again }: { again: () => void }) {
  return (
    <div className="notice" role="alert">
      <p>{texts.register.unavailable}</p>
      <button type="button" className="button" onClick={again}>
        {texts.trouble.loadAgain}
      </button>
    </div>
  );
}
