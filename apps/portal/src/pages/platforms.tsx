import type { PublicRegister } from "@shifan/contract/client";
import { useState } from "react";
import { type Loaded, useOutcome } from "../api/use-outcome.ts";
import { LookupForm } from "../register/lookup-form.tsx";
import { TitleCard } from "../register/title-card.tsx";
import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";

const pageSize = 20;

function Found({ register, onMore }: { register: PublicRegister; onMore: (() => void) | null }) {
  const { coverage, platforms } = register;
  return (
    <>
      <p role="status">{platforms.length === 0 ? texts.register.none : texts.register.shown(platforms.length)}</p>
      <ul className="cards">
        {platforms.map((title) => (
          <li key={title.certificateNumber ?? `${title.platformName} ${title.validFrom}`}>
            <TitleCard
              title={title}
              complainHere={title.certificateNumber === null}
              heading={
                <h2>
                  {title.certificateNumber === null ? (
                    title.platformName
                  ) : (
                    <Link to="certificates" record={title.certificateNumber}>
                      {title.platformName}
                    </Link>
                  )}
                </h2>
              }
            />
          </li>
        ))}
      </ul>
      {onMore === null ? null : (
        <button type="button" className="button" onClick={onMore}>
          {texts.register.more}
        </button>
      )}
      <p className="quiet">{coverage.text}</p>
    </>
  );
}

function Register({ loaded, onMore }: { loaded: Loaded<PublicRegister>; onMore: (shown: number) => void }) {
  switch (loaded.state) {
    case "loading":
      return (
        <p className="quiet" role="status">
          {texts.register.loading}
        </p>
      );
    case "here": {
      const shown = loaded.value.platforms.length;
      const isFull = shown > 0 && shown % pageSize === 0;
      return <Found register={loaded.value} onMore={isFull ? () => onMore(shown) : null} />;
    }
    case "gone":
      return <p role="status">{texts.register.none}</p>;
    case "unavailable":
      return <Unavailable again={loaded.again} />;
  }
}

/** The register of the city's demonstration platforms, searched by name or number. */
export function PlatformsPage() {
  const [query, setQuery] = useState("");
  const [count, setCount] = useState(pageSize);
  const loaded = useOutcome(`platforms ${count} ${query}`, (client) =>
    client.listPlatforms({ query, from: 0, to: count - 1 }),
  );
  return (
    <PageFrame page="platforms" title={texts.titles.platforms} className="reading">
      <LookupForm
        label={texts.register.look}
        hint={texts.register.lookHint}
        action={texts.register.lookAction}
        initial=""
        onLookup={(text) => {
          setQuery(text);
          setCount(pageSize);
        }}
      />
      <Register loaded={loaded} onMore={(shown) => setCount(shown + pageSize)} />
    </PageFrame>
  );
}
