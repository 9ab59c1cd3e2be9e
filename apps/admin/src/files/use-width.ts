import { useCallback, useRef, useState } from "react";

/** The width of a place in whole pixels, as it changes; 0 until it is known. What holds the place gets the first of both as its ref. */
export function useWidth(): readonly [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const place = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.current.observe(element);
  }, []);
  // The frame of the page takes a pixel on each side.
  return [place, Math.max(0, width - 2)];
}
