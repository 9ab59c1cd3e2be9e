import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { Sanction } from "@shifan/contract";
import type { ActsOfPage } from "../acts/act-bar.tsx";
import { placeOfSanction } from "../acts/places.ts";
import { colourOfKind } from "./kinds.ts";
import { sanctionsTexts as texts } from "./texts.ts";

/** What the decision means for the unit, before it is taken. */
function Consequence({ record, title }: { record: Sanction; title: string }) {
  return (
    <Alert severity={colourOfKind[record.kind]} sx={{ mb: 1 }}>
      <AlertTitle>{title}</AlertTitle>
      {`${record.platformName}：${record.consequence}`}
    </Alert>
  );
}

function BeforeConfirming({ record }: { record: Sanction }) {
  if (record.state === "reinstatement_decided") return <Alert severity="info">{texts.toReinstate}</Alert>;
  return (
    <>
      <Consequence record={record} title={`${record.kindName}：${texts.toConfirm}`} />
      <Alert severity="warning" sx={{ mb: 1 }}>
        {texts.confirmLead}
      </Alert>
    </>
  );
}

/** How the acts on a sanction are shown: whatever ends a title spells out what it brings. */
export function actsOfSanctionPage(record: Sanction): ActsOfPage {
  const { leave } = texts;
  const isEnding = record.state === "decided";
  const notTheOther = <Consequence record={record} title={texts.notTheOther[record.kind]} />;
  return {
    placeOf: (code) => placeOfSanction(record, code),
    main: ["notify", "hear", "decide", "serve", "publish"],
    grave: ["reinstate", "drop", ...(isEnding ? ["confirm"] : [])],
    additions: {
      notify: { before: notTheOther, leave },
      decide: { before: notTheOther, leave },
      confirm: { before: <BeforeConfirming record={record} />, leave },
      reinstate: { leave },
      drop: { leave },
    },
  };
}
