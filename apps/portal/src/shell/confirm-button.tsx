import { useEffect, useRef, useState } from "react";

type ConfirmButtonProps = { label: string; ask: string; yes: string; no: string; onYes: () => void };

/** A button for what cannot be undone: it asks once more, in place, and leaves the keyboard where the question is. */
export function ConfirmButton({ label, ask, yes, no, onYes }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (asking) first.current?.focus();
    else if (opened.current) opener.current?.focus();
    opened.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" className="button" ref={opener} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <fieldset className="confirm">
      <legend>{ask}</legend>
      <button type="button" className="button" ref={first} onClick={() => setAsking(false)}>
        {no}
      </button>
      <button
        type="button"
        className="button strong"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
    </fieldset>
  );
}
