/**
 * True while an input method composes a character, Hangul for example: the Enter that ends it belongs
 * to the input method, not to the form.
 */
export const isComposing = (event: {
  readonly isComposing: boolean;
  readonly keyCode: number;
}): boolean =>
  // Key code 229 stands for "the input method has it"; some browsers say only that on the last key.
  event.isComposing || event.keyCode === 229;
