import Stack from "@mui/material/Stack";
import { sanctionGrounds } from "@shifan/rules";
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useMemo,
  useState,
} from "react";
import { CreateButton } from "../acts/create-button.tsx";
import { Field } from "../forms/field.tsx";
import type { FieldProps } from "../forms/field-props.ts";
import { ReferenceField } from "../forms/references/reference-field.tsx";
import type { OwnFields } from "../forms/schema-fields.tsx";
import { BeforeProposal } from "./before-proposal.tsx";
import { ChecksField } from "./checks-field.tsx";
import { colourOfKind, type SanctionKind } from "./kinds.ts";
import { sanctionsTexts as texts } from "./texts.ts";

const ChosenTitle = createContext<[string, Dispatch<SetStateAction<string>>]>(["", () => undefined]);

/** The title to which the act shall apply: what stands beside it in the form follows. */
function ChosenTitleField({ onChange, ...props }: FieldProps) {
  const [, setChosen] = useContext(ChosenTitle);
  const change = (value: unknown) => {
    setChosen(typeof value === "string" ? value : "");
    onChange(value);
  };
  return <ReferenceField {...props} onChange={change} />;
}

function ChecksOfChosenTitle(props: FieldProps) {
  const [chosen] = useContext(ChosenTitle);
  return <ChecksField {...props} certificationId={chosen} />;
}

/** The grounds of one kind alone. */
function GroundField({ kind, schema, ...props }: FieldProps & { kind: SanctionKind }) {
  return <Field {...props} schema={{ ...schema, enum: sanctionGrounds[kind] }} />;
}
const groundFields: Readonly<Record<SanctionKind, (props: FieldProps) => ReactNode>> = {
  cancellation: (props) => <GroundField {...props} kind="cancellation" />,
  revocation: (props) => <GroundField {...props} kind="revocation" />,
};

const ownOf = (kind: SanctionKind): OwnFields => ({
  kind: null,
  certificationId: ChosenTitleField,
  inspectionIds: ChecksOfChosenTitle,
  ground: groundFields[kind],
});
const own: Readonly<Record<SanctionKind, OwnFields>> = {
  cancellation: ownOf("cancellation"),
  revocation: ownOf("revocation"),
};

function ProposeButton({ kind, certificationId }: { kind: SanctionKind; certificationId: string }) {
  const [chosen, setChosen] = useState(certificationId);
  // Where the law knows one ground alone, it is chosen.
  const [ground, ...others]: readonly string[] = sanctionGrounds[kind];
  const known = { kind, certificationId, ...(others.length === 0 ? { ground } : {}) };
  const context = useMemo(() => [chosen, setChosen] as [typeof chosen, typeof setChosen], [chosen]);
  return (
    <ChosenTitle value={context}>
      <CreateButton
        resource="sanctions"
        label={texts.propose[kind]}
        act="propose"
        color={colourOfKind[kind]}
        additions={{
          known,
          own: own[kind],
          before: <BeforeProposal kind={kind} certificationId={chosen} />,
          isGrave: true,
          leave: texts.leave,
        }}
      />
    </ChosenTitle>
  );
}

/** Cancellation and revocation: two buttons, two colours, two forms. */
export function ProposeButtons({ certificationId = "" }: { certificationId?: string }) {
  return (
    <Stack direction="row" spacing={1}>
      <ProposeButton kind="cancellation" certificationId={certificationId} />
      <ProposeButton kind="revocation" certificationId={certificationId} />
    </Stack>
  );
}
