import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { Setback } from "../api/outcome.ts";
import { CopyButton } from "../result/copy-button.tsx";
import { Link } from "../router.tsx";
import { texts } from "../texts.ts";
import { tabDrafts } from "./draft.ts";
import type { Filing } from "./use-filing.ts";

/** What a setback means for whoever has written all this: it is still there, and what to do. */
function setbackText<Name extends string>(setback: Setback, labels: Readonly<Record<Name, string>>): string {
  switch (setback.kind) {
    case "unreachable":
      return texts.filing.unreachable;
    case "wait":
      return texts.filing.wait(setback.seconds);
    case "gone":
      return texts.filing.gone;
    case "refused": {
      const named = Object.entries<string>(labels).filter(([name]) =>
        setback.errors.some(({ path }) => path === `/${name}`),
      );
      return named.length === 0 ? setback.said : texts.filing.toMend(named.map(([, label]) => label));
    }
  }
}

/** That it is in, with the number by which it is followed. It stays until the reader puts it away. */
function Received({ filing, again }: { filing: Filing<string>; again: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const number = filing.receipt?.receiptNumber ?? "";
  return (
    <div className="received">
      <h3 ref={heading} tabIndex={-1}>
        {texts.filing.received}
      </h3>
      <p>{texts.filing.receipt}</p>
      <p className="receipt-number">{number}</p>
      <p>{texts.filing.receiptNote}</p>
      <div className="actions">
        <CopyButton label={texts.filing.copyNumber} text={() => number} />
        <Link to="receipts" className="button">
          {texts.titles.receipts}
        </Link>
        <button type="button" className="button" onClick={filing.clear}>
          {again}
        </button>
      </div>
    </div>
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const isControl = (element: Element): element is Control => element.matches("input, textarea, select");

type FilingFormProps<Name extends string> = {
  filing: Filing<Name>;
  /** What the fields are called where one of them is to be mended. */
  labels: Readonly<Record<Name, string>>;
  /** What is said of whoever reads this. */
  privacy: string;
  send: string;
  /** The button that puts the receipt away. */
  again: string;
  /** What to do instead, where the filing is refused for good. */
  instead?: (setback: Setback) => ReactNode;
  children: ReactNode;
};

/** A form that anybody may send: fields, what becomes of them, and the number that it ends with. */
export function FilingForm<Name extends string>({
  filing,
  labels,
  privacy,
  send,
  again,
  instead,
  children,
}: FilingFormProps<Name>) {
  const form = useRef<HTMLFormElement>(null);
  const { setback, busy } = filing;
  useEffect(() => {
    if (setback !== null) form.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }, [setback]);
  if (filing.receipt !== null) return <Received filing={filing as Filing<string>} again={again} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const controls = Array.from(event.currentTarget.elements).filter(isControl);
    const lacking = controls.filter(({ validity }) => validity.valueMissing).map(({ name }) => name as Name);
    if (lacking.length > 0) filing.lack([...new Set(lacking)]);
    else void filing.send();
  };
  return (
    <form className="filing" ref={form} onSubmit={submit} noValidate>
      {children}
      <p className="quiet">{privacy}</p>
      <p className="quiet">{tabDrafts.lasts() ? texts.filing.kept : texts.filing.notKept}</p>
      {setback === null ? null : (
        <div className="notice" role="alert">
          <p>{setbackText(setback, labels)}</p>
          {instead?.(setback)}
        </div>
      )}
      <button type="submit" className="button primary large" aria-disabled={busy}>
        {busy ? texts.filing.sending : send}
      </button>
    </form>
  );
}
