/** Prints the page as print.css has it: the whole result, or one part of it alone. */
export function printPart(part: "all" | "todo"): void {
  const { dataset } = document.documentElement;
  dataset.print = part;
  const restore = () => {
    delete dataset.print;
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}
