import type { Receipt } from "@shifan/contract/client";
import { dayText } from "../shell/day.ts";
import { texts } from "../texts.ts";

/** How far a matter has come, and what was replied. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { receiptNumber, kind, status, receivedOn, decidedOn, repliedOn, reply } = receipt;
  const rows: [string, string | null][] = [
    [texts.receipt.number, receiptNumber],
    [texts.receipt.received, receivedOn],
    [texts.receipt.decided[kind], decidedOn],
    [texts.receipt.replied, repliedOn],
  ];
  return (
    <article className="card title-card">
      <h2>{texts.receipt.kinds[kind]}</h2>
      <p className="standing">{status}</p>
      <dl className="facts">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{dayText(value)}</dd>
            </div>
          ),
        )}
      </dl>
      {reply === null ? null : (
        <section className="reply" aria-labelledby="reply">
          <h3 id="reply">{texts.receipt.reply}</h3>
          <p className="as-written">{reply}</p>
        </section>
      )}
    </article>
  );
}
