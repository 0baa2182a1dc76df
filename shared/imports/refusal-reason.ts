/** A refusal of a row, as the report and the file of the refused rows have it. */
interface RowRefusal {
  readonly type: string;
}

const firstPath = (refusal: object): string | null => {
  if (!('issues' in refusal) || !Array.isArray(refusal.issues)) return null;
  const [issue] = refusal.issues as readonly { readonly path?: unknown }[];
  return typeof issue?.path === 'string' ? issue.path : null;
};

const fieldOf = (refusal: RowRefusal): string | undefined => {
  if ('field' in refusal) return typeof refusal.field === 'string' ? refusal.field : undefined;
  if (refusal.type !== 'InputInvalid') return undefined;
  return firstPath(refusal)
    ?.split('.')
    .find((part) => part !== 'details');
};

/**
 * What rows are counted under: the condition, and where that is said of one field the field, such as
 * `InputInvalid.email` or `AmountInvalid.limit`.
 */
export const refusalReason = (refusal: RowRefusal): string => {
  const field = fieldOf(refusal);
  return field === undefined || field === '' ? refusal.type : `${refusal.type}.${field}`;
};
