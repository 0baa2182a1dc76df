import type { ReactNode } from 'react';

/** A column of a list. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** As CSS writes lengths. All columns have one, or the class of the grid has them all. */
  readonly width?: { readonly least: string; readonly most: string };
  /** Figures stand on the right. */
  readonly figures?: boolean;
  /** Left out where the page is narrow. */
  readonly wideOnly?: boolean;
  readonly sorted?: 'ascending' | 'descending' | 'none';
}
