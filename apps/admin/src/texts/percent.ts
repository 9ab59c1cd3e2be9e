/** A share as a percentage, without rounding: 0.9 is 90%, 0.875 is 87.5%. @param share a decimal number as text */
export function percentText(share: string): string {
  const [whole = "0", part = ""] = share.split(".");
  const digits = `${whole}${part.padEnd(2, "0")}`;
  const places = Math.max(part.length, 2) - 2;
  const cut = digits.length - places;
  const rest = digits.slice(cut).replace(/0+$/, "");
  return `${digits.slice(0, cut).replace(/^0+(?=\d)/, "")}${rest === "" ? "" : `.${rest}`}%`;
}
