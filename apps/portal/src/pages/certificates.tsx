import { useOutcome } from "../api/use-outcome.ts";
import { LookupForm } from "../register/lookup-form.tsx";
import { TitleCard } from "../register/title-card.tsx";
import { Link, navigate } from "../router.tsx";
import { dayText } from "../shell/day.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";

function Checked({ number }: { number: string }) {
  const loaded = useOutcome(`certificate ${number}`, (client) => client.checkCertificate(number));
  switch (loaded.state) {
    case "loading":
      return (
        <p className="quiet" role="status">
          {texts.register.loading}
        </p>
      );
    case "here":
      return (
        <>
          <TitleCard title={loaded.value} heading={<h2>{loaded.value.platformName}</h2>} complainHere />
          <p className="quiet">{texts.register.asOf(dayText(loaded.value.asOf))}</p>
        </>
      );
    case "gone":
      return (
        <div className="notice" role="status">
          <p>
            <strong>{texts.register.notFound(number)}</strong>
          </p>
          <p>{texts.register.notFoundMeans}</p>
        </div>
      );
    case "unavailable":
      return <Unavailable again={loaded.again} />;
  }
}

/** How one certificate stands today: the page that its QR code leads to. It never calls a number false. */
export function CertificatesPage({ number }: { number: string | null }) {
  return (
    <PageFrame page="certificates" title={texts.titles.certificates} className="reading">
      {number === null ? null : <Checked number={number} />}
      <LookupForm
        key={number}
        label={texts.register.checkLook}
        hint={texts.register.checkHint}
        action={texts.register.checkAction}
        initial={number ?? ""}
        onLookup={(text) => {
          if (text !== "") navigate("certificates", { record: text });
        }}
      />
      <p>
        <Link to="platforms" className="button">
          {texts.register.toRegister}
        </Link>
      </p>
    </PageFrame>
  );
}
