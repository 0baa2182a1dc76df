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

/** What is wrong with an amount: each cause is mended in a way of its own. */
const causeOf = (refusal: RowRefusal): string | undefined =>
  refusal.type === 'AmountInvalid' && 'reason' in refusal && typeof refusal.reason === 'string'
    ? refusal.reason
    : undefined;

/**
 * What rows are counted under: the condition, where that is said of one field the field, and of an amount
 * the cause, such as `InputInvalid.email`, `AmountInvalid.tooLarge` or `AmountInvalid.limit.negative`.
 */
export const refusalReason = (refusal: RowRefusal): string =>
  [refusal.type, fieldOf(refusal), causeOf(refusal)]
    .filter((part) => part !== undefined && part !== '')
    .join('.');
