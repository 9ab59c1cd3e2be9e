import { fileTexts as texts } from "./texts.ts";

/** What a drawn document may be made of; everything else is taken out with all that is in it. */
const html =
  "section article header footer div p span a b i u s em strong sub sup br hr a table colgroup col thead tbody tr td th ol ul li img ruby rt rp wbr";
const drawings =
  "svg g path rect line polyline polygon circle ellipse text tspan image defs clipPath foreignObject math mrow mi mo mn mfrac msup msub msubsup msqrt mroot mtext munder mover munderover mtable mtr mtd mspace menclose mstyle mphantom mpadded";
const allowed: ReadonlySet<string> = new Set(`${html} ${drawings}`.toLowerCase().split(" "));

/** Attributes that could lead elsewhere, run something or answer to the page's own names. */
const dropped =
  /^(on|form|action|srcset|srcdoc|ping|target|background|poster|data$|id$|name$|is$|slot$|part$|tabindex$|autofocus$)/i;

/** The styles of a document as they may stand: rules alone; an @import or a font is left out. */
export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  for (let place = sheet.cssRules.length - 1; place >= 0; place -= 1) {
    const rule = sheet.cssRules[place];
    if (rule instanceof CSSStyleRule) calm(rule.style);
    else sheet.deleteRule(place);
  }
  return sheet;
}

/** Takes out what would fetch something, and what would lie over the rest of the document. */
function calm(style: CSSStyleDeclaration): void {
  if (/fixed|sticky/.test(style.position)) style.removeProperty("position");
  for (const name of [...style]) {
    if (/url\(|image-set\(/i.test(style.getPropertyValue(name))) style.removeProperty(name);
  }
}

/**
 * Takes out of a drawn document whatever could act: links lead to nothing, images are only those that the document holds itself.
 *
 * @returns the addresses of the images that stay
 */
export function scrub(root: Node): readonly string[] {
  const images: string[] = [];
  const visit = (node: Node) => {
    if (!(node instanceof Element)) return;
    if (!allowed.has(node.localName.toLowerCase())) return node.parentNode?.removeChild(node);
    for (const { name, value } of [...node.attributes]) {
      if (dropped.test(name)) node.removeAttribute(name);
      else if (/(^|:)(href|src)$/i.test(name)) {
        const isImage = node.localName === "img" || node.localName === "image";
        if (isImage && value.startsWith("blob:")) images.push(value);
        else node.removeAttribute(name);
      }
    }
    if (node instanceof HTMLElement || node instanceof SVGElement) calm(node.style);
    if (node instanceof HTMLImageElement && node.alt === "") node.alt = texts.picture;
    for (const child of [...node.childNodes]) visit(child);
  };
  visit(root);
  return images;
}
