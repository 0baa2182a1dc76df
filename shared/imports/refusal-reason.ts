/** A refusal of a row, as the report and the file of the refused rows have it. */
interface RowRefusal {
  readonly type: string;
}

const firstPath = (refusal: object): string | null => {
  if (!('issues' in refusal) || !Array.isArray(refusal.issues)) return null;
  const [issue] = refusal.issues as readonly { readonly path?: unknown }[];
  return typeof issue?.path === 'string' ? issue.path : null;
};

/**
 * What rows are counted under: the condition, and of an input that does not fit the field, such as
 * `InputInvalid.email`.
 */
export const refusalReason = (refusal: RowRefusal): string => {
  if (refusal.type !== 'InputInvalid') return refusal.type;
  const field = firstPath(refusal)
    ?.split('.')
    .find((part) => part !== 'details');
  return field === undefined || field === '' ? refusal.type : `${refusal.type}.${field}`;
};
