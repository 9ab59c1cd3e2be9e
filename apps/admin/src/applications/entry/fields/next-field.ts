const fields = "input:not([type=hidden]):not([disabled]), textarea:not([disabled]), [role=combobox]";

const isRadio = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === "radio";

/** Of the radios of one question the keyboard comes to one: the chosen one, or the first. */
function isReached(element: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (!isRadio(element)) return !element.hasAttribute("aria-hidden");
  const group = all.filter(isRadio).filter(({ name }) => name === element.name);
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

/**
 * Moves from a field to the next by Enter, as whoever types a paper in expects. A text of several lines keeps its Enter, and so does the typing of
 * Chinese.
 *
 * @returns whether it moved
 */
export function moveOnByEnter(event: React.KeyboardEvent<HTMLElement>): boolean {
  const { key, target, currentTarget, nativeEvent } = event;
  const isField = target instanceof HTMLInputElement;
  if (key !== "Enter" || !isField || nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey)
    return false;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(fields)];
  const reached = all.filter((each) => each === target || isReached(each, all));
  const next = reached[reached.indexOf(target) + (event.shiftKey ? -1 : 1)];
  if (next === undefined) return false;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
  return true;
}
