import { useState } from "react";
import { useOutcome } from "../api/use-outcome.ts";
import { ReceiptCard } from "../complaints/receipt-card.tsx";
import { LookupForm } from "../register/lookup-form.tsx";
import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";

function Looked({ number }: { number: string }) {
  const loaded = useOutcome(`receipt ${number}`, (client) => client.readReceipt(number));
  switch (loaded.state) {
    case "loading":
      return <p className="quiet">{texts.register.loading}</p>;
    case "here":
      return <ReceiptCard receipt={loaded.value} />;
    case "gone":
      return (
        <div className="notice">
          <p>
            <strong>{texts.receipt.notFound}</strong>
          </p>
          <p>{texts.receipt.notFoundMeans}</p>
        </div>
      );
    case "unavailable":
      return <Unavailable again={loaded.again} />;
  }
}

/** How an objection or a complaint stands, for whoever has its number. The number is kept nowhere, not even in the address. */
export function ReceiptsPage() {
  const [looked, setLooked] = useState({ number: "", times: 0 });
  const { number, times } = looked;
  return (
    <PageFrame page="receipts" title={texts.titles.receipts} className="reading">
      <p>{texts.receipt.lead}</p>
      <LookupForm
        label={texts.receipt.number}
        hint={texts.receipt.hint}
        action={texts.register.lookAction}
        initial=""
        onLookup={(text) => setLooked({ number: text, times: times + 1 })}
      />
      <div role="status">{number === "" ? null : <Looked key={times} number={number} />}</div>
      <p>
        <Link to="complaints" className="button">
          {texts.receipt.toComplaints}
        </Link>
      </p>
    </PageFrame>
  );
}
