import type { RefObject } from "react";
import type { Assessment } from "../api/types.ts";
import { texts } from "../texts.ts";
import { CopyButton } from "./copy-button.tsx";
import { downloadResult } from "./download.ts";
import { printPart } from "./print.ts";
import { type ResultParts, resultAsText } from "./result-text.ts";

type ResultActionsProps = { sheet: RefObject<HTMLElement | null>; assessment: Assessment; parts: ResultParts };

/** What one can take away: on paper, as a file, as text for a message. */
export function ResultActions({ sheet, assessment, parts }: ResultActionsProps) {
  return (
    <div className="actions result-actions screen-only">
      <button type="button" className="button primary" onClick={() => printPart("all")}>
        {texts.result.print}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          if (sheet.current !== null) downloadResult(sheet.current, texts.result.fileName(assessment.asOf));
        }}
      >
        {texts.result.download}
      </button>
      <CopyButton label={texts.result.copy} text={() => resultAsText(assessment, parts)} />
    </div>
  );
}
