import type { PublicNotice, ReceiptIssued } from "@shifan/contract/client";
import { type FormEvent, useId, useRef, useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { randomKey } from "../chat/random-key.ts";
import { texts } from "../texts.ts";

type Field = { name: "name" | "phone" | "content" | "evidence"; isLong: boolean; autoComplete: string };

const fields: readonly Field[] = [
  { name: "name", isLong: false, autoComplete: "name" },
  { name: "phone", isLong: false, autoComplete: "tel" },
  { name: "content", isLong: true, autoComplete: "off" },
  { name: "evidence", isLong: true, autoComplete: "off" },
];

/** What a setback means for whoever has written all this: it is still there, and what to do. */
function setbackText(setback: Setback): string {
  switch (setback.kind) {
    case "unreachable":
      return texts.objection.unreachable;
    case "wait":
      return texts.objection.wait(setback.seconds);
    case "gone":
      return texts.objection.gone;
    case "refused":
      return setback.detail;
  }
}

/** That the objection is in, with the number by which it is followed. */
function Received({ receipt }: { receipt: ReceiptIssued }) {
  return (
    <div className="notice" role="status">
      <p>{receipt.message}</p>
      <p>
        {texts.objection.receipt}
        <strong className="receipt-number">{receipt.receiptNumber}</strong>
      </p>
    </div>
  );
}

/** The form by which anybody objects to one case of a running publicity (第十一条). */
export function ObjectionForm({ notice }: { notice: PublicNotice }) {
  const id = useId();
  // The same key for the same text: a lost answer does not make a second objection.
  const sent = useRef({ text: "", key: "" });
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const [receipt, setReceipt] = useState<ReceiptIssued | null>(null);
  if (receipt !== null) return <Received receipt={receipt} />;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const [name, phone, content, evidence] = [text("name"), text("phone"), text("content"), text("evidence")];
    const body = { position: Number(text("position")), name, phone, content, evidence };
    const written = JSON.stringify(body);
    if (sent.current.text !== written) sent.current = { text: written, key: randomKey() };
    setBusy(true);
    const outcome = await attempt((client) => client.fileObjection(notice.id, body, sent.current.key));
    setBusy(false);
    if (outcome.ok) return setReceipt(outcome.value);
    setSetback(outcome);
  };
  return (
    <form className="objection" onSubmit={send}>
      <p>{texts.objection.lead}</p>
      <label htmlFor={`${id}-position`}>{texts.objection.about}</label>
      <select id={`${id}-position`} name="position" required defaultValue="">
        <option value="" disabled>
          {texts.objection.choose}
        </option>
        {notice.cases.map(({ position, platformName }) => (
          <option key={position} value={position}>
            {position}. {platformName}
          </option>
        ))}
      </select>
      {fields.map(({ name, isLong, autoComplete }) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{texts.objection.labels[name]}</label>
          {isLong ? (
            <textarea
              id={`${id}-${name}`}
              name={name}
              required
              rows={4}
              maxLength={10_000}
              autoComplete={autoComplete}
            />
          ) : (
            <input id={`${id}-${name}`} name={name} type="text" required maxLength={50} autoComplete={autoComplete} />
          )}
        </div>
      ))}
      <p className="quiet">{texts.objection.privacy}</p>
      {setback === null ? null : (
        <p className="notice" role="alert">
          {setbackText(setback)}
        </p>
      )}
      <button type="submit" className="button primary large" disabled={busy}>
        {busy ? texts.objection.sending : texts.objection.send}
      </button>
    </form>
  );
}
