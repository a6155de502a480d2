import { createElement, type ReactNode, useEffect } from "react";
import { createRoot } from "react-dom/client";

/** Runs a React hook in a component that renders nothing. Only for programs in a page. */
export interface RenderedHook<Result> {
  /** Resolves with the first result that fulfils the condition. */
  until(isReady: (result: Result) => boolean): Promise<Result>;
  unmount(): void;
}

export function renderHook<Result>(
  useHook: () => Result,
  around: (component: ReactNode) => ReactNode = (component) => component,
): RenderedHook<Result> {
  const root = createRoot(document.body);
  let latest: Result;
  const waiting = new Set<() => void>();
  function Component(): null {
    const result = useHook();
    useEffect(() => {
      latest = result;
      for (const look of waiting) look();
    });
    return null;
  }
  root.render(around(createElement(Component)));
  const until = (isReady: (result: Result) => boolean) =>
    new Promise<Result>((resolve) => {
      const look = () => {
        if (latest === undefined || !isReady(latest)) return;
        waiting.delete(look);
        resolve(latest);
      };
      waiting.add(look);
      look();
    });
  return { until, unmount: () => root.unmount() };
}
