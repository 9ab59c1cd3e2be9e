import type { Client, ReceiptIssued } from "@shifan/contract/client";
import { useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { randomKey } from "../chat/random-key.ts";
import { texts } from "../texts.ts";
import { noDraft, tabDrafts } from "./draft.ts";

type Values<Name extends string> = Readonly<Record<Name, string>>;

/** Something that a person files with us: what is written, how the sending goes, and what came of it. */
export type Filing<Name extends string> = {
  values: Values<Name>;
  receipt: ReceiptIssued | null;
  busy: boolean;
  /** Why it has not gone through; without what has been changed since. */
  setback: Setback | null;
  /** What is wrong with a field; empty for nothing. */
  errorOf(name: Name): string;
  /** While it is being sent, what is written stands: it could not be said which of it was filed. */
  write(name: Name, value: string): void;
  /** Names the fields in which something has to stand before it is sent. */
  lack(names: readonly Name[]): void;
  send(): Promise<void>;
  /** Puts the receipt away, and all that the tab keeps. */
  clear(): void;
};

/**
 * A form of which nothing is lost: it survives a reload, a lost connection, and an answer that was lost on its way.
 *
 * @param name of the draft in this tab; one component has one name for its life
 * @param initial what stands in the fields at first
 * @param file sends it; the key is the same as long as nothing is changed
 */
export function useFiling<Name extends string>(
  name: string,
  initial: Values<Name>,
  file: (client: Client, values: Values<Name>, key: string) => Promise<ReceiptIssued>,
): Filing<Name> {
  const [draft, setDraft] = useState(() => tabDrafts.read(name));
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const values: Values<Name> = { ...initial, ...draft.values };
  const keep = (next: typeof draft) => {
    tabDrafts.write(name, next);
    setDraft(next);
  };
  const errors = setback?.ok === false && setback.kind === "refused" ? setback.errors : [];
  return {
    values,
    receipt: draft.receipt,
    busy,
    setback,
    errorOf: (field) => errors.find(({ path }) => path === `/${field}`)?.message ?? "",
    write: (field, value) => {
      if (busy) return;
      keep({ ...draft, values: { ...values, [field]: value } });
      setSetback(null);
    },
    lack: (names) => {
      const missing = names.map((each) => ({ path: `/${each}`, code: "required", message: texts.filing.empty }));
      setSetback({ ok: false, kind: "refused", detail: "", code: "invalid_input", said: "", errors: missing });
    },
    send: async () => {
      if (busy) return;
      const text = JSON.stringify(values);
      const sent = draft.sent.text === text ? draft.sent : { text, key: randomKey() };
      keep({ ...draft, sent });
      setBusy(true);
      setSetback(null);
      const outcome = await attempt((client) => file(client, values, sent.key));
      setBusy(false);
      if (outcome.ok) keep({ ...noDraft, receipt: outcome.value });
      else setSetback(outcome);
    },
    clear: () => {
      tabDrafts.forget(name);
      setDraft(noDraft);
    },
  };
}
