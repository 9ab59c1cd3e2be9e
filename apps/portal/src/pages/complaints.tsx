import { ComplaintForm } from "../complaints/complaint-form.tsx";
import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { texts } from "../texts.ts";

/** Supervision by everybody, all year and without an account (第十二条、第十六条). */
export function ComplaintsPage({ about }: { about: string | null }) {
  return (
    <PageFrame page="complaints" title={texts.titles.complaints} className="reading">
      <p>{texts.complaint.lead}</p>
      <ul className="ways">
        <li>
          <Link to="receipts">{texts.complaint.followed}</Link>
        </li>
        <li>
          <Link to="notices">{texts.complaint.publicity}</Link>
        </li>
      </ul>
      <ComplaintForm key={about} about={about} />
    </PageFrame>
  );
}
