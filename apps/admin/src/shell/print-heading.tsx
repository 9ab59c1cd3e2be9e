import Box from "@mui/material/Box";
import type { Me } from "@shifan/contract";
import { useDistrictNames } from "../policy/use-policy.ts";
import { dayText } from "../texts/days.ts";
import { texts } from "../texts/texts.ts";
import { officeOf } from "./office.ts";

/** On paper alone: of which system the page is, and who printed it when. */
export function PrintHeading({ me }: { me: Me }) {
  const districts = useDistrictNames();
  const offices = me.grants.map((grant) => officeOf(grant, districts)).join("、");
  return (
    <Box className="print-only" sx={{ borderBottom: 1, mb: 1.5, pb: 0.5, fontSize: "9pt" }}>
      {texts.productLong}
      {me.demo ? `（${texts.demonstration}）` : null}
      {`　${texts.printedBy(`${me.user.name}（${offices}）`, dayText(me.today))}`}
    </Box>
  );
}
