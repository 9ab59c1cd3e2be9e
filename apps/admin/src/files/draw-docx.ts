import { defaultOptions, parseAsync, renderDocument } from "docx-preview";
import { colours } from "../theme/theme.ts";
import { scrub, sheetOf } from "./scrub.ts";

export type DrawnDocument = {
  readonly nodes: readonly Node[];
  /** Its styles, put together by us: the page's policy stops those that stand in a page. */
  readonly sheets: readonly CSSStyleSheet[];
  /** Gives the images' memory back. */
  readonly putAway: () => void;
};

/**
 * What a Word document shows, as parts of a page that do nothing: no links to elsewhere, no frames, nothing from another host.
 *
 * @throws whatever reading meets in what is no document
 */
export async function drawDocument(content: Blob): Promise<DrawnDocument> {
  const options = {
    ignoreFonts: true,
    renderAltChunks: false,
    renderComments: false,
    renderChanges: false,
    h: styled,
  };
  const drawn = await renderDocument(await parseAsync(content, options), options);
  const images: string[] = [];
  const nodes = drawn.filter((node) => !(node instanceof HTMLStyleElement));
  for (const node of nodes) images.push(...scrub(node));
  const styles = drawn.flatMap((node) => (node instanceof HTMLStyleElement ? [node.textContent] : []));
  return {
    nodes,
    sheets: [...styles, frameStyle].map(sheetOf),
    putAway: () => {
      for (const address of images) URL.revokeObjectURL(address);
    },
  };
}

/** The sheets as they lie on our pages. */
const frameStyle = `
.docx-wrapper { background: ${colours.ground}; padding: 12px; }
.docx-wrapper > section.docx { box-shadow: none; border: 1px solid ${colours.line}; margin-bottom: 12px; }
`;

/** Styles that are written as a text would be stopped by the page's policy; put in as properties they are not. */
const styled: typeof defaultOptions.h = (element) => {
  if (typeof element === "string" || element instanceof Node || typeof element.style !== "string") {
    return defaultOptions.h(element);
  }
  const { style, ...rest } = element;
  const node = defaultOptions.h(rest);
  if (node instanceof HTMLElement || node instanceof SVGElement) node.style.cssText = style;
  return node;
};
