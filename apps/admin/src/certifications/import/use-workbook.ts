import type { TitlesPreview, TitlesWorkbookImported } from "@shifan/contract";
import { useState } from "react";
import { useDone } from "../../acts/perform.ts";
import { pathOf } from "../../api/data-provider.ts";
import { randomKey } from "../../api/random-key.ts";
import { ask } from "../../api/server.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook as it was when it was chosen: what is changed on the disk afterwards is another one. */
export type Workbook = { readonly name: string; readonly content: Blob; readonly key: string };

export type Standing =
  | { readonly step: "none" }
  | { readonly step: "checking"; readonly workbook: Workbook }
  | { readonly step: "refused"; readonly workbook: Workbook; readonly cause: unknown }
  | { readonly step: "checked"; readonly workbook: Workbook; readonly preview: TitlesPreview; readonly cause: unknown }
  | { readonly step: "entering"; readonly workbook: Workbook; readonly preview: TitlesPreview }
  | { readonly step: "entered"; readonly ids: readonly string[] };

/** The way of a workbook: chosen, checked cell by cell, looked at, entered. */
export function useWorkbook() {
  const [standing, setStanding] = useState<Standing>({ step: "none" });
  const done = useDone();

  const check = async (workbook: Workbook) => {
    setStanding({ step: "checking", workbook });
    try {
      const path = pathOf("certifications", "import", "workbook", "preview");
      const { body } = await ask<TitlesPreview>({ method: "POST", path, file: workbook.content });
      setStanding({ step: "checked", workbook, preview: body, cause: null });
    } catch (cause) {
      setStanding({ step: "refused", workbook, cause });
    }
  };
  const choose = async (file: File) => {
    // Windows names the type by what is installed, and the server takes one name.
    const content = new Blob([await file.arrayBuffer()], { type: workbookType });
    await check({ name: file.name, content, key: randomKey() });
  };
  const enter = async (workbook: Workbook, preview: TitlesPreview) => {
    setStanding({ step: "entering", workbook, preview });
    try {
      const { body } = await ask<TitlesWorkbookImported>({
        method: "POST",
        path: pathOf("certifications", "import", "workbook"),
        file: workbook.content,
        // A call sent once more after a lost answer enters nothing twice.
        headers: { "idempotency-key": workbook.key },
      });
      setStanding({ step: "entered", ids: body.ids });
      await done("certifications", null);
    } catch (cause) {
      setStanding({ step: "checked", workbook, preview, cause });
    }
  };
  return { standing, choose, check, enter };
}
