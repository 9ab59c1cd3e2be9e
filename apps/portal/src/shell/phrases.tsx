import { Fragment } from "react";
import { numbered } from "./numbered.ts";

/** Words that are broken over lines between phrases, and within one only where it is too long for a line of its own. */
export function Phrases({ of }: { of: readonly string[] }) {
  return (
    <span className="phrases">
      {numbered(of).map(({ key, item }) => (
        <Fragment key={key}>
          {key === 0 ? null : <wbr />}
          {item}
        </Fragment>
      ))}
    </span>
  );
}
