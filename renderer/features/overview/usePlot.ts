import { useEffect, useState } from 'react';
import type uPlot from 'uplot';

export type Plot = typeof uPlot;

/** Undefined before it has been asked for, null where this browser cannot have it. */
let known: Plot | null | undefined;

/**
 * In a file of its own, as whatever is read together with it fails with it: it hands the browser's language to
 * `Intl` at once, which throws where that is no language tag, such as `en-US@posix`.
 */
const loadPlot = async (): Promise<Plot | null> => {
  try {
    known = (await import('uplot')).default;
  } catch {
    known = null;
  }
  return known;
};

/** What draws charts; undefined while it is read, null where that has failed. */
export const usePlot = (): Plot | null | undefined => {
  // In an object, as a function would be taken for what changes the state.
  const [read, setRead] = useState({ plot: known });
  useEffect(() => {
    if (known === undefined) void loadPlot().then((plot) => setRead({ plot }));
  }, []);
  return read.plot;
};
