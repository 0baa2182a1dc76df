/** What is wrong with a daybook, for people who mend; without personal data. */
export interface Finding {
  readonly type: string;
  readonly position?: number;
  readonly device?: string;
  readonly seq?: number;
  readonly detail: string;
}
