import { Link } from "../router.tsx";
import { texts } from "../texts.ts";

/** What remains open when the time for objections is over (第十六条). */
export function ComplainInstead() {
  return (
    <>
      <p>{texts.objection.ended}</p>
      <p>
        <Link to="complaints" className="button">
          {texts.titles.complaints}
        </Link>
      </p>
    </>
  );
}
