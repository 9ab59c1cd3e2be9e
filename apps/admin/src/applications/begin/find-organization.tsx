import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import type { OrganizationSummary } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { type FormEvent, useState } from "react";
import { dataProvider } from "../../api/data-provider.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { codesIn } from "./codes-in.ts";
import { beginTexts as texts } from "./texts.ts";

/** Finds an organization by the code on its licence; for a code that cannot be, what may have been meant is offered. */
export function FindOrganization({
  code,
  onFound,
  onNotOnRecord,
  onSought,
}: {
  code: string;
  onFound: (id: string, code: string) => void;
  onNotOnRecord: (code: string) => void;
  /** Another code is being typed: what was found is not meant any more. */
  onSought: () => void;
}) {
  const [text, setText] = useState(code);
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  const message = cause instanceof Problem ? (cause.errors[0]?.message ?? null) : null;

  const find = async (sought: string) => {
    setIsBusy(true);
    setCause(null);
    try {
      const filter = { uscc: sought };
      const { data } = await dataProvider.getList<OrganizationSummary>("organizations", { filter });
      const [known] = data;
      if (known === undefined) onNotOnRecord(sought.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase());
      else onFound(known.id, known.uscc);
    } catch (caught) {
      setCause(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") void find(text);
  };
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Box sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}>
        <TextField
          autoFocus={code === ""}
          label={texts.code}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (code !== "") onSought();
          }}
          error={message !== null}
          helperText={message ?? texts.codeHelp}
          sx={{ width: 420 }}
          slotProps={{ htmlInput: { maxLength: 60, autoComplete: "off", spellCheck: false } }}
        />
        <Button type="submit" variant="contained" disabled={isBusy || text.trim() === ""} sx={{ minHeight: 40 }}>
          {texts.find}
        </Button>
      </Box>
      <Box aria-live="polite">
        {codesIn(message ?? "").map((offered) => (
          <Button key={offered} onClick={() => void find(offered)} variant="outlined" sx={{ mr: 1, mt: 0.5 }}>
            {texts.isIt}
            {offered}
          </Button>
        ))}
        {cause !== null && message === null ? <ProblemNote cause={cause} onAgain={() => void find(text)} /> : null}
      </Box>
    </Box>
  );
}
