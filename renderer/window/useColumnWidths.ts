import { useMemo } from 'react';
import { useText } from '../text/useText.ts';
import type { GridWidths } from '../ui/columnWidths.ts';
import { usePreferences } from './PreferencesProvider.tsx';
import { chosenWidths, withoutWidths, withWidths } from './widthPreferences.ts';

/** The widths of a list's columns, which are kept on this machine. */
export const useColumnWidths = (list: string) => {
  const { t } = useText();
  const { preferences, change } = usePreferences();
  const chosen = useMemo(() => chosenWidths(preferences.widths, list), [preferences.widths, list]);
  const widths: GridWidths = {
    chosen,
    label: t('lists.edge'),
    hint: t('lists.edgeHint'),
    onChoose: (changed) => change({ widths: withWidths(preferences.widths, list, changed) }),
  };
  return {
    widths,
    areChosen: Object.keys(chosen).length > 0,
    /** All columns of the list as they were at first. */
    forget: (): void => change({ widths: withoutWidths(preferences.widths, list) }),
  };
};
