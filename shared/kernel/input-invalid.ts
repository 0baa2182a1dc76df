/** The input does not fit. `path` names the field, `problem` the schema's own word for what is wrong. */
export interface InputInvalid {
  readonly type: 'InputInvalid';
  readonly issues: readonly { readonly path: string; readonly problem: string }[];
}

/** What a schema found, without the values: they may be personal. */
export const inputInvalid = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): InputInvalid => ({
  type: 'InputInvalid',
  issues: issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    problem: message,
  })),
});
