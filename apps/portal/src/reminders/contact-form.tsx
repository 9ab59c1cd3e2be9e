import type { ContactBegun, ContactChannel, ReminderKey } from "@shifan/contract/client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { attempt } from "../api/outcome.ts";
import { texts } from "../texts.ts";
import { setbackWords } from "./use-reminders.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

const words = texts.reminders;

type ContactFormProps = {
  channel: ContactChannel;
  owner: ReminderKey;
  /** What stands in the field at first. */
  suggested: string;
  onLeave: () => void;
  /** Takes the code. @returns what came in between; null when the way is open */
  onCode: (code: string) => Promise<string | null>;
};

/** Opens a way in two steps: the address, and the code that was sent to it. */
export function ContactForm(props: ContactFormProps) {
  const [address, setAddress] = useState(props.suggested);
  const [begun, setBegun] = useState<ContactBegun | null>(null);
  return begun === null ? (
    <AddressStep {...props} address={address} onAddress={setAddress} onBegun={setBegun} />
  ) : (
    <CodeStep {...props} begun={begun} onAgain={() => setBegun(null)} />
  );
}

function AddressStep({
  channel,
  owner,
  onLeave,
  address,
  onAddress,
  onBegun,
}: ContactFormProps & {
  address: string;
  onAddress: (address: string) => void;
  onBegun: (begun: ContactBegun) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => field.current?.focus(), []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setSaid("");
    const outcome = await attempt((client) => client.beginReminderContact(owner, { channel, address: address.trim() }));
    setBusy(false);
    if (outcome.ok) return onBegun(outcome.value);
    setSaid(setbackWords(outcome));
    field.current?.focus();
  };
  return (
    <form className="card contact password" onSubmit={send} noValidate>
      <label htmlFor={id}>{words.address[channel]}</label>
      <input
        id={id}
        ref={field}
        type={channel === "mail" ? "email" : "tel"}
        inputMode={channel === "mail" ? "email" : "tel"}
        autoComplete={channel === "mail" ? "email" : "tel-national"}
        maxLength={254}
        value={address}
        aria-describedby={`${id}-note`}
        {...(said === "" ? {} : { "aria-invalid": true })}
        onChange={(event) => onAddress(event.target.value)}
      />
      <div id={`${id}-note`} role="alert">
        {said === "" ? null : <p className="field-error">{said}</p>}
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {busy ? words.sending : words.sendCode}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
      <p className="quiet">{words.purpose}</p>
    </form>
  );
}

function CodeStep({
  onLeave,
  onCode,
  begun,
  onAgain,
}: ContactFormProps & { begun: ContactBegun; onAgain: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState("");
  const left = useSecondsLeft(begun.secondsLeft, begun.expiresAt);
  useEffect(() => field.current?.focus(), []);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const digits = code.normalize("NFKC").replaceAll(/\D/g, "");
    if (digits.length !== 6) return setNote(words.sixDigits);
    setNote("");
    setBusy(true);
    const between = await onCode(digits);
    setBusy(false);
    if (between === null) return onLeave();
    setNote(between);
    field.current?.select();
  };
  return (
    <form className="card contact password" onSubmit={confirm} noValidate>
      <p>{words.codeSent(begun.address)}</p>
      <label htmlFor={id}>{words.code}</label>
      <input
        id={id}
        ref={field}
        className="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        aria-describedby={`${id}-note`}
        onChange={(event) => setCode(event.target.value)}
      />
      <p className="quiet" role="timer">
        {left === 0 ? words.codeOver : words.codeLeft(Math.ceil(left / 60))}
      </p>
      <div id={`${id}-note`} role="alert">
        {note === "" ? null : <p className="field-error">{note}</p>}
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {words.confirm}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {words.again}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </form>
  );
}
