import { type FormEvent, useId } from "react";

type LookupFormProps = {
  label: string;
  hint: string;
  action: string;
  /** What the field holds at first. */
  initial: string;
  onLookup: (text: string) => void;
};

/** One field and one button: what somebody looks for. */
export function LookupForm({ label, hint, action, initial, onLookup }: LookupFormProps) {
  const id = useId();
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onLookup(String(new FormData(event.currentTarget).get("text") ?? "").trim());
  };
  return (
    <search>
      <form className="lookup" onSubmit={look}>
        <label htmlFor={id}>{label}</label>
        <div className="lookup-line">
          <input
            id={id}
            name="text"
            type="text"
            maxLength={100}
            defaultValue={initial}
            aria-describedby={`${id}-hint`}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit" className="button primary">
            {action}
          </button>
        </div>
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      </form>
    </search>
  );
}
