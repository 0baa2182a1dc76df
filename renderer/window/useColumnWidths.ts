import { useMemo } from 'react';
import { useText } from '../text/useText.ts';
import type { GridWidths } from '../ui/columnWidths.ts';
import { usePreferences } from './PreferencesProvider.tsx';
import { chosenWidths, withoutWidths, withWidth } from './widthPreferences.ts';

/** The widths of a list's columns, which are kept on this machine. */
export const useColumnWidths = (list: string) => {
  const { t } = useText();
  const { preferences, change } = usePreferences();
  const chosen = useMemo(() => chosenWidths(preferences.widths, list), [preferences.widths, list]);
  const widths: GridWidths = {
    chosen,
    label: t('lists.edge'),
    hint: t('lists.edgeHint'),
    onChoose: (column, width) =>
      change({ widths: withWidth(preferences.widths, `${list}.${column}`, width) }),
  };
  return {
    widths,
    areChosen: Object.keys(chosen).length > 0,
    /** All columns of the list as they were at first. */
    forget: (): void => change({ widths: withoutWidths(preferences.widths, list) }),
  };
};
